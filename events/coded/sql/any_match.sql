select count(*) from matches
