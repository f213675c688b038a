-- How much there is to prove.
select
  (select count(*) from claims) as claims,
  (select count(*) from reports) as reports,
  (select count(*) from mentions) as mentions,
  (select count(*) from incidents) as incidents
