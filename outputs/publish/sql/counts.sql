-- What the bundle's README counts.
select
  (select count(*) from incidents) as incidents,
  (select count(*) from mentions) as mentions,
  (select count(*) from reports) as reports,
  (select count(distinct publisher) from reports) as outlets,
  (select min(date_start) from incidents) as first_day,
  (select max(date_end) from incidents) as last_day,
  (select min(published) from reports) as first_published,
  (select max(published) from reports) as last_published,
  (select round(100.0 * count(*) filter (publisher_count <= 1) / nullif(count(*), 0), 1) from incidents) as single_source,
  (select string_agg(distinct country, ', ' order by country) from incidents) as countries
