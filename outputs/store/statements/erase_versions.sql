-- What incidents were while erased reports told them: what these alone told goes, from what others told as well go
-- the words that stand in theirs. What stands now was derived without them.
create or replace temp table erased_words as
select string_agg(concat_ws(chr(10), title, byline, text), chr(10)) as words
from (
    select title, byline, text
    from reports
    semi join erased_reports using (report_id)
    union
    select title, byline, text
    from past_reports
    semi join erased_reports using (report_id)
);

create or replace temp table told_versions as
with told as (
    select incident_id, mention_id, run_id, until_run
    from past_memberships
    union all
    select incident_id, mention_id, run_id, null
    from memberships
)

select
    past_incident_facts.incident_id,
    past_incident_facts.run_id,
    past_incident_facts.until_run,
    bool_and(erased_mentions.mention_id is not null) as is_told_by_none_else
from past_incident_facts
join told
    on told.incident_id = past_incident_facts.incident_id
    and coalesce(told.run_id, 0) < past_incident_facts.until_run
    and coalesce(told.until_run, past_incident_facts.until_run) > coalesce(past_incident_facts.run_id, 0)
left join erased_mentions on erased_mentions.mention_id = told.mention_id
group by all
having count(erased_mentions.mention_id) > 0;

delete from past_incident_facts
using told_versions
where told_versions.is_told_by_none_else
    and told_versions.incident_id = past_incident_facts.incident_id
    and told_versions.until_run = past_incident_facts.until_run;

delete from past_casualty_facts
using told_versions
where told_versions.is_told_by_none_else
    and told_versions.incident_id = past_casualty_facts.incident_id
    and told_versions.until_run = past_casualty_facts.until_run;

delete from past_participant_facts
using told_versions
where told_versions.is_told_by_none_else
    and told_versions.incident_id = past_participant_facts.incident_id
    and told_versions.until_run = past_participant_facts.until_run;

delete from past_derivations
using told_versions
where told_versions.is_told_by_none_else
    and told_versions.incident_id = past_derivations.incident_id
    and told_versions.until_run = past_derivations.until_run;

update past_incident_facts
set
    summary = null,
    place_as_written = case when not contains(words, place_as_written) then place_as_written end,
    actor1 = case when not contains(words, actor1) then actor1 end,
    actor2 = case when not contains(words, actor2) then actor2 end,
    perpetrator = nullif(
        array_to_string(list_filter(string_split(perpetrator, '; '), lambda name: not contains(words, name)), '; '), ''
    ),
    target = nullif(
        array_to_string(list_filter(string_split(target, '; '), lambda name: not contains(words, name)), '; '), ''
    )
from told_versions, erased_words
where told_versions.incident_id = past_incident_facts.incident_id
    and told_versions.until_run = past_incident_facts.until_run;

update past_participant_facts
set
    name_as_written = case when not contains(words, name_as_written) then name_as_written end,
    actor = case when not contains(words, actor) then actor end
from told_versions, erased_words
where told_versions.incident_id = past_participant_facts.incident_id
    and told_versions.until_run >= past_participant_facts.until_run;

-- why an incident was part of a round-up told its days, its place and its toll
delete from past_parts
using told_versions
where told_versions.is_told_by_none_else
    and told_versions.incident_id in (past_parts.aggregate_id, past_parts.part_id)
    and coalesce(told_versions.run_id, 0) < past_parts.until_run
    and told_versions.until_run > coalesce(past_parts.run_id, 0);
