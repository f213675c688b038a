-- Words that tell nothing apart, as stems.
create or replace temp table silent as
select distinct
    unnest($silent_lists::varchar[]) as list,
    left(unnest($silent_words::varchar[]), 6) as stem
