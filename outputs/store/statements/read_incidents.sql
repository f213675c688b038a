with wanted as (
    select distinct unnest($ids::varchar[]) as incident_id
),

tellings as (
    select
        memberships.incident_id,
        list(
            memberships.mention_id
            order by reports.published nulls last, memberships.mention_id
        ) as mention_ids
    from memberships
    semi join wanted using (incident_id)
    join mention_facts using (mention_id)
    left join reports on reports.report_id = mention_facts.report_id
    group by memberships.incident_id
),

chosen as (
    select
        incident_id,
        list(
            {field: field, rule: rule, mention_id: mention_id}
            order by field, mention_id, rule
        ) as derivations
    from derivations
    semi join wanted using (incident_id)
    group by incident_id
),

derived_casualties as (
    select
        incident_id,
        list({side: side, kind: kind, low: low, best: best, high: high} order by position) as casualties
    from casualty_facts
    semi join wanted using (incident_id)
    group by incident_id
),

derived_participants as (
    select
        incident_id,
        list(
            {
                actor_id: actor_id,
                actor: actor,
                name_as_written: name_as_written,
                kind: kind,
                type: type,
                country_code: country_code,
                side: side,
                role: role,
                count_low: count_low,
                count: count,
                count_high: count_high,
                type_as_told: type_as_told
            }
            order by position
        ) as participants
    from participant_facts
    semi join wanted using (incident_id)
    group by incident_id
)

select
    incident_facts.*,
    tellings.mention_ids,
    chosen.derivations,
    derived_casualties.casualties,
    derived_participants.participants,
    case when places.place_id is not null then places end as gazetteer_entry
from incident_facts
semi join wanted using (incident_id)
left join tellings on tellings.incident_id = incident_facts.incident_id
left join chosen on chosen.incident_id = incident_facts.incident_id
left join derived_casualties on derived_casualties.incident_id = incident_facts.incident_id
left join derived_participants on derived_participants.incident_id = incident_facts.incident_id
left join places on places.place_id = incident_facts.place_id
order by incident_facts.incident_id;
