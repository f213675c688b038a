-- What people say of outlets: where they are at home, how far they reach, whose they are.
create table outlet_facts (
  publisher varchar,
  name varchar,
  country_code varchar,
  language varchar,
  scale varchar,
  ownership varchar,
  lean varchar,
  url varchar,
  notes varchar,
  run_id integer
);

create table past_outlet_facts as from outlet_facts limit 0;

alter table past_outlet_facts add column until_run integer;
