-- Nothing is overwritten: every row knows the run that it came with, and what a later run supersedes moves to the
-- table of the same name with `past_` before it, which knows that run, too. The tables themselves hold what stands.

alter table reports add column run_id integer;

alter table claims add column run_id integer;

alter table places add column run_id integer;

alter table actors add column run_id integer;

alter table memberships add column run_id integer;

alter table casualty_facts add column run_id integer;

alter table participant_facts add column run_id integer;

alter table place_candidates add column run_id integer;

alter table place_references add column run_id integer;

alter table derivations add column run_id integer;

-- a report without a mention came with the run of those that were loaded before it
update reports
set run_id = loaded.run_id
from (
    select
        reports.report_id,
        coalesce(max(told.run_id) over (order by reports.rowid), 1) as run_id
    from reports
    left join (
        select report_id, min(run_id) as run_id
        from mention_facts
        group by report_id
    ) as told on told.report_id = reports.report_id
) as loaded
where loaded.report_id = reports.report_id;

update claims
set run_id = reports.run_id
from reports
where reports.report_id = claims.report_id;

update place_references
set run_id = reports.run_id
from reports
where reports.report_id = place_references.report_id;

update place_candidates
set run_id = mention_facts.run_id
from mention_facts
where mention_facts.mention_id = place_candidates.mention_id;

update memberships
set run_id = incident_facts.run_id
from incident_facts
where incident_facts.incident_id = memberships.incident_id;

update derivations
set run_id = incident_facts.run_id
from incident_facts
where incident_facts.incident_id = derivations.incident_id;

update casualty_facts
set run_id = written.run_id
from (
    select mention_id as owner, run_id
    from mention_facts
    union all
    select incident_id, run_id
    from incident_facts
) as written
where written.owner = coalesce(casualty_facts.incident_id, casualty_facts.mention_id);

update participant_facts
set run_id = written.run_id
from (
    select mention_id as owner, run_id
    from mention_facts
    union all
    select incident_id, run_id
    from incident_facts
) as written
where written.owner = coalesce(participant_facts.incident_id, participant_facts.mention_id);

update places
set run_id = coalesce(
    (select min(mention_facts.run_id) from mention_facts where mention_facts.place_id = places.place_id),
    1
);

update actors
set run_id = coalesce(
    (select min(participant_facts.run_id) from participant_facts where participant_facts.actor_id = actors.actor_id),
    1
);

create table past_reports as from reports limit 0;

alter table past_reports add column until_run integer;

create table past_claims as from claims limit 0;

alter table past_claims add column until_run integer;

create table past_places as from places limit 0;

alter table past_places add column until_run integer;

create table past_actors as from actors limit 0;

alter table past_actors add column until_run integer;

create table past_mention_facts as from mention_facts limit 0;

alter table past_mention_facts add column until_run integer;

create table past_incident_facts as from incident_facts limit 0;

alter table past_incident_facts add column until_run integer;

create table past_memberships as from memberships limit 0;

alter table past_memberships add column until_run integer;

create table past_casualty_facts as from casualty_facts limit 0;

alter table past_casualty_facts add column until_run integer;

create table past_participant_facts as from participant_facts limit 0;

alter table past_participant_facts add column until_run integer;

create table past_place_candidates as from place_candidates limit 0;

alter table past_place_candidates add column until_run integer;

create table past_place_references as from place_references limit 0;

alter table past_place_references add column until_run integer;

create table past_derivations as from derivations limit 0;

alter table past_derivations add column until_run integer;

-- ids that were given out and stand for nothing of their own any more
create table retired (
    old_id varchar,
    new_id varchar,
    run_id integer,
    why varchar
);

create table past_retired as from retired limit 0;

alter table past_retired add column until_run integer;

-- states that were named for citation
create table tags (
    name varchar,
    run_id integer,
    tagged_at timestamp,
    note varchar
);

alter table runs add column command varchar;

update runs
set command = case when renewed is null then 'build' else 'renew' end;
