-- Whom each telling names. A firm name is an organisation's own, and another one contradicts it; a loose one
-- (a state, a people, protesters) only agrees. "Gunmen" and "Civilians (Mali)" name nobody.
create or replace temp table parties as
with acting as (
    select
        id,
        unnest(actors, recursive := true)
    from tellings
    where len(actors) > 0
),

names as (
    select
        name,
        row_number() over () as number
    from (select distinct name from acting where name is not null)
),

spoken as (
    select
        number,
        unnest(
            string_split(
                translate(
                    regexp_replace(lower(strip_accents(left(name, 300))), '\([^)]*\)', ' ', 'g'),
                    '.,;:!?"()[]{}<>/|“”‘’''–—-…',
                    repeat(' ', 27)
                ),
                ' '
            )
        ) as word
    from names
),

naming as (
    select
        names.name,
        list(distinct md5_number_lower(left(spoken.word, 6))) as words
    from spoken
    anti join (from silent where list = 'nobody') as silent on silent.stem = left(spoken.word, 6)
    join names using (number)
    where spoken.word <> ''
    group by names.name
),

named as (
    select
        acting.id,
        acting.type,
        acting.side,
        acting.actor_id,
        coalesce(acting.type in ('State forces', 'External/Other forces', 'Civilians', 'Protesters', 'Rioters'), false)
            or regexp_matches(acting.name, '(?i)^(government|military|police|army|security)') as is_loose,
        case
            when acting.type = 'State forces' and acting.country_code is not null
            then list_append(coalesce(naming.words, []), md5_number_lower('state ' || acting.country_code))
            when acting.actor_id is not null
            then list_append(coalesce(naming.words, []), md5_number_lower('id ' || acting.actor_id))
            else coalesce(naming.words, [])
        end as words
    from acting
    left join naming on naming.name = acting.name
)

select
    id,
    list_sort(list_distinct(flatten(list(words) filter (where not is_loose)))) as firm,
    list_sort(list(distinct md5_number_lower(actor_id)) filter (where not is_loose and actor_id is not null)) as known,
    list_sort(list_distinct(flatten(list(words) filter (where is_loose)))) as loose,
    list_sort(list_distinct(flatten(
        list(list_transform(words, lambda word: xor(word, md5_number_lower(side))))
            filter (where not is_loose and side in ('a', 'b'))
    ))) as sided,
    bit_or(
        case type
            when 'State forces' then 1
            when 'Rebel group' then 2
            when 'Political militia' then 4
            when 'Identity militia' then 8
            when 'Rioters' then 16
            when 'Protesters' then 32
            when 'Civilians' then 64
            when 'External/Other forces' then 128
            else 0
        end
    ) as types
from named
group by id
