-- Every mention's report, place, run and actors are there, its trigger and its names of places inside the report.
select mention_facts.mention_id, mention_facts.report_id as missing
from mention_facts
left join reports using (report_id)
where reports.report_id is null
    or mention_facts.trigger_end > length(reports.text)
union all
select mention_facts.mention_id, mention_facts.place_id
from mention_facts
anti join places using (place_id)
where mention_facts.place_id is not null
union all
select mention_facts.mention_id, cast(mention_facts.run_id as varchar)
from mention_facts
anti join runs using (run_id)
union all
select coalesce(participant_facts.mention_id, participant_facts.incident_id), participant_facts.actor_id
from participant_facts
anti join actors using (actor_id)
where participant_facts.actor_id is not null
union all
select place_candidates.mention_id, place_candidates.mention_id
from place_candidates
anti join mention_facts using (mention_id)
union all
select place_references.mention_id, place_references.report_id
from place_references
left join reports using (report_id)
left join mention_facts using (mention_id)
where reports.report_id is null
    or place_references.span_end > length(reports.text)
    or (place_references.mention_id is not null and mention_facts.mention_id is null)
order by 1, 2;
