-- Who says a toll, where its claims quote somebody: who gives the total, else all who give its parts.
create or replace temp table speakers as
with said as (
    select
        tolls.incident_id,
        tolls.kind,
        tolls.mention_id,
        tolls.first_day,
        tolls.latest,
        coalesce(claims.best = tolls.best, false) as is_total,
        trim(regexp_replace(lower(strip_accents(claims.speaker)), '[^\p{L}\p{N}]+', ' ', 'g')) as speaker
    from tolls
    join claims
        on claims.mention_id = tolls.mention_id
        and claims.field = tolls.kind
    where claims.speaker is not null
        and claims.basis = 'quote'
        and claims.modality in ('asserted', 'attributed')
),

heard as (
    select
        * exclude (speaker),
        regexp_replace(speaker, '^the ', '') as speaker,
        bool_or(is_total) over (partition by incident_id, kind, mention_id) as gives_total
    from said
)

select distinct
    incident_id,
    kind,
    mention_id,
    first_day,
    latest,
    speaker
from heard
where is_total = gives_total
