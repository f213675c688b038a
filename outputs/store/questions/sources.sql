-- What each outlet gave, and how its tolls lie beside those of others in incidents that several tell.
create or replace view sources as
with outlets as (
    select
        publisher,
        count(*) as reports,
        count(*) filter (copy_of is not null) as copies,
        min(published) as first_published,
        max(published) as last_published,
        list(distinct language order by language) as languages
    from reports
    group by publisher
),

told as (
    select
        mentions.publisher,
        countable_incidents.incident_id,
        countable_incidents.is_single_source,
        -- its last word on the toll
        arg_max(mentions.killed, (mentions.published, mentions.mention_id)) as own
    from mentions
    join countable_incidents using (incident_id)
    group by
        mentions.publisher,
        countable_incidents.incident_id,
        countable_incidents.is_single_source
),

-- an outlet's toll beside the middle of the others'
beside as (
    select
        told.publisher,
        told.incident_id,
        told.own,
        median(other.own) as others
    from told
    join told as other
        on other.incident_id = told.incident_id
        and other.publisher is distinct from told.publisher
    where told.own is not null
        and other.own is not null
    group by
        told.publisher,
        told.incident_id,
        told.own
),

lean as (
    select
        publisher,
        count(*) as tolls_compared,
        count(*) filter (own > others) as tolls_higher,
        count(*) filter (own < others) as tolls_lower,
        round(avg(own - others), 2) as mean_difference
    from beside
    group by publisher
),

shares as (
    select
        publisher,
        count(*) as incidents,
        count(*) filter (is_single_source) as told_alone
    from told
    group by publisher
)

select
    outlets.publisher,
    outlets.reports,
    outlets.copies,
    outlets.first_published,
    outlets.last_published,
    outlets.languages,
    coalesce(shares.incidents, 0) as incidents,
    coalesce(shares.told_alone, 0) as told_alone,
    coalesce(lean.tolls_compared, 0) as tolls_compared,
    coalesce(lean.tolls_higher, 0) as tolls_higher,
    coalesce(lean.tolls_lower, 0) as tolls_lower,
    lean.mean_difference,
    outlet_facts.country_code,
    outlet_facts.language,
    outlet_facts.scale,
    outlet_facts.ownership,
    outlet_facts.lean,
    outlet_facts.url
from outlets
left join shares on shares.publisher is not distinct from outlets.publisher
left join lean on lean.publisher is not distinct from outlets.publisher
left join outlet_facts
    on outlet_facts.name = regexp_replace(
        trim(regexp_replace(lower(nfc_normalize(outlets.publisher)), '\s+', ' ', 'g')), '^the ', ''
    );
