-- Where a report stood when it was first read, so that its evidence can be followed home.
alter table reports add column file varchar;

alter table reports add column part varchar;

create table past_reports_there as from past_reports;

drop table past_reports;

create table past_reports as
select
    * exclude (until_run),
    null::varchar as file,
    null::varchar as part,
    until_run
from past_reports_there;

drop table past_reports_there;
