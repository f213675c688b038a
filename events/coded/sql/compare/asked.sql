create or replace temp table asked as
select $source::varchar as source
