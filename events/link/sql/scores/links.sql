-- The pairs that tell of one incident, by their least tellings, with the reason in words; and what a voice's other
-- tellings are linked by.
create or replace temp table links as
with kept as (
    select scored.*
    from scored
    cross join figures
    where scored.score >= 1000 * worth.link
),

-- whom of the codebook both name
naming as (
    select
        kept.one,
        kept.other,
        list_sort(list_distinct(list_transform(
            list_filter(
                one.actors,
                lambda actor: actor.actor_id is not null
                    and list_contains(list_transform(other.actors, lambda named: named.actor_id), actor.actor_id)
            ),
            lambda actor: actor.name
        ))) as actors
    from kept
    join voices as a on a.voice = kept.one
    join voices as b on b.voice = kept.other
    join tellings as one on one.id = a.id
    join tellings as other on other.id = b.id
),

reasoned as (
    select
        a.id as first,
        b.id as second,
        scored.score / 1000 as score,
        concat_ws(
            ', ',
            case
                when scored.days = 0 and scored.days_apart = 0 then 'same day'
                when scored.days = 0 and scored.shares_day then 'days that overlap'
                when scored.days = 0
                then format(
                    '{} and {}',
                    (date '2000-01-01' + least(a.day_low, b.day_low))::varchar,
                    (date '2000-01-01' + greatest(a.day_low, b.day_low))::varchar
                )
                when scored.days = 1 and scored.is_reported_then then 'reported then'
                when scored.days = 1 then 'within a week'
                when scored.days = 2 then 'within a month'
                when scored.days = 3 then 'within a year'
                when scored.is_same_in_year then 'same day of a year that is not told'
                else 'no day to compare'
            end,
            case
                when scored.is_same_place then 'same place'
                when scored.spots <= 1 and scored.km < 1 then 'at one point'
                when scored.spots <= 1 then format('{} km apart', round(scored.km)::integer)
                when scored.spots = 2 then format('{} km apart in an area', round(scored.km)::integer)
                when scored.spots = 3 then 'in one country'
                else 'no place to compare'
            end,
            case
                when scored.is_same_kind then lower(a.kind_name) || ' in both'
                else lower(concat_ws(' and ', least(a.kind_name, b.kind_name), nullif(greatest(a.kind_name, b.kind_name), least(a.kind_name, b.kind_name))))
            end,
            case
                when scored.killed_a = scored.killed_b then format('{} killed in both', scored.killed_a)
                when scored.killed_a <> scored.killed_b then format('{} and {} killed', least(scored.killed_a, scored.killed_b), greatest(scored.killed_a, scored.killed_b))
            end,
            case
                when scored.injured_a = scored.injured_b then format('{} injured in both', scored.injured_a)
                when scored.injured_a <> scored.injured_b then format('{} and {} injured', least(scored.injured_a, scored.injured_b), greatest(scored.injured_a, scored.injured_b))
            end,
            case
                when scored.shares_actor and len(naming.actors) > 0 then 'both name ' || array_to_string(naming.actors, ' and ')
                when scored.shares_actor then 'both name one actor'
                when scored.both_name then 'other actors named'
                when scored.shares_state then 'both name one state or people'
            end,
            -- whose name stays out of it: a reason outlives the report that is erased, and goes where names may not
            case when scored.shares_person then 'the same person harmed' end,
            case
                when scored.shorter > 0 then format('{} of {} words in both', scored.shared_words, scored.shorter)
            end
        ) as reason
    from kept as scored
    join naming using (one, other)
    join voices as a on a.voice = scored.one
    join voices as b on b.voice = scored.other
)

select
    least(first, second) as one,
    greatest(first, second) as other,
    score,
    reason
from reasoned

union all

select
    speaker,
    id,
    10.0,
    'the same in the same words'
from voicing
where id <> speaker
