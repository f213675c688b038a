select (select count(*) from freed) + (select count(*) from newly_shaken)
