-- Mentions whose own values changed: their incidents are derived anew though their mentions be the same.
create or replace temp table touched as
select unnest($mention_ids::varchar[]) as mention_id
