-- Lays some tellings of `world.sql` into a dataset as a run loads them: a report for each, with what an extractor finds in it.
create or replace temp table laid as
select * exclude (incident)
from read_parquet($path)
where portion in (select unnest($portions::varchar[]));

insert into reports by name
select
    group_id as report_id,
    group_id as external_id,
    publisher,
    published,
    'en' as language,
    'text/plain' as media_type,
    text || '. ' || array_to_string(list_transform(range(30), lambda place: md5(id || '/' || place)[1:6]), ' ') || '.' as text,
    true as extracted,
    sha256(id) as text_fingerprint,
    $run_id::integer as run_id
from laid;

insert into mention_facts by name
select
    id as mention_id,
    group_id as report_id,
    'happened' as status,
    0 as trigger_start,
    5 as trigger_end,
    $run_id::integer as run_id,
    scope,
    date_start,
    date_end,
    date_precision,
    country_code,
    place_id,
    latitude,
    longitude,
    coalesce(place_precision, 'unknown') as place_precision,
    radius_km,
    event_type,
    sub_event_type,
    actors[1].name as actor1,
    killed_low,
    killed,
    killed_high,
    text as summary
from laid;

insert into casualty_facts by name
select
    id as mention_id,
    0 as position,
    'unknown' as side,
    'killed' as kind,
    killed_low as low,
    killed as best,
    killed_high as high,
    $run_id::integer as run_id
from laid
where killed is not null;

insert into participant_facts by name
with acting as (
    select
        id,
        unnest(actors) as actor,
        generate_subscripts(actors, 1) as position
    from laid
),

told as (
    select
        id,
        position,
        actor.actor_id as actor_id,
        actor.name as actor,
        'group' as kind,
        actor.type as type,
        actor.country_code as country_code,
        actor.side as side,
        if(position = 1, 'perpetrator', 'target') as role
    from acting

    union all

    select
        id,
        2 + generate_subscripts(persons, 1),
        null,
        unnest(persons),
        'person',
        'Civilians',
        null,
        'civilians',
        'victim'
    from laid
)

select
    id as mention_id,
    position - 1 as position,
    * exclude (id, position),
    $run_id::integer as run_id
from told;

drop table laid
