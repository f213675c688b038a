with wanted as (
    select distinct unnest($ids::varchar[]) as mention_id
),

told_casualties as (
    select
        mention_id,
        list({side: side, kind: kind, low: low, best: best, high: high} order by position) as casualties
    from casualty_facts
    semi join wanted using (mention_id)
    group by mention_id
),

told_participants as (
    select
        mention_id,
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
    semi join wanted using (mention_id)
    group by mention_id
),

added as (
    select distinct mention_id
    from claims
    semi join wanted using (mention_id)
    where basis = 'person'
        and rule = 'addition'
)

select
    mention_facts.*,
    added.mention_id is not null as place_by_person,
    memberships.incident_id,
    reports.publisher,
    reports.published,
    reports.copy_of,
    told_casualties.casualties,
    told_participants.participants,
    case when places.place_id is not null then places end as gazetteer_entry
from mention_facts
semi join wanted using (mention_id)
left join memberships on memberships.mention_id = mention_facts.mention_id
left join reports on reports.report_id = mention_facts.report_id
left join told_casualties on told_casualties.mention_id = mention_facts.mention_id
left join told_participants on told_participants.mention_id = mention_facts.mention_id
left join added on added.mention_id = mention_facts.mention_id
left join places on places.place_id = mention_facts.place_id
order by reports.published nulls last, mention_facts.mention_id;
