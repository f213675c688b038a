select count(*) from best
