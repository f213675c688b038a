-- Words that tell nothing apart, as stems.
create or replace temp table silent as
select distinct
    unnest($lists::varchar[]) as list,
    left(unnest($words::varchar[]), 6) as stem
