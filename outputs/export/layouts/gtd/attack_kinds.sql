create or replace temp table attack_kinds as
select
  unnest($key::varchar[]) as sub_event_type,
  unnest($attack::integer[]) as attack,
  unnest($armed::integer[]) as armed
