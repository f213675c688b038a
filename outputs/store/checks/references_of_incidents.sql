-- Every incident has a mention, a run and its place; every derivation's and overruled account's mention tells the incident.
select incident_facts.incident_id, 'memberships' as missing
from incident_facts
anti join memberships using (incident_id)
union all
select incident_facts.incident_id, incident_facts.place_id
from incident_facts
anti join places using (place_id)
where incident_facts.place_id is not null
union all
select incident_facts.incident_id, cast(incident_facts.run_id as varchar)
from incident_facts
anti join runs using (run_id)
union all
select derivations.incident_id, derivations.mention_id
from derivations
anti join memberships
    on memberships.incident_id = derivations.incident_id
    and memberships.mention_id = derivations.mention_id
union all
select overruled.incident_id, overruled.mention_id
from (
    select incident_id, unnest([mention_id, coalesce(by_mention_id, mention_id)]) as mention_id
    from overruled
) as overruled
anti join memberships
    on memberships.incident_id = overruled.incident_id
    and memberships.mention_id = overruled.mention_id
order by 1, 2;
