create or replace temp table named as
select
    unnest($written::varchar[]) as written,
    unnest($written_types::varchar[]) as written_type,
    unnest($written_countries::varchar[]) as written_country,
    unnest($names::varchar[]) as name,
    unnest($types::varchar[]) as type,
    unnest($ids::varchar[]) as actor_id,
    unnest($countries::varchar[]) as country_code
