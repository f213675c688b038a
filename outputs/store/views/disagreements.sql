-- Where the reports of an incident differ, each text counted once and no toll that its teller has since replaced.
create or replace view disagreements as
with accounts as (
    select
        memberships.incident_id,
        mention_facts.*,
        coalesce(reports.publisher, mention_facts.report_id) as teller
    from memberships
    join mention_facts using (mention_id)
    left join reports on reports.report_id = mention_facts.report_id
    anti join (from overruled where field is null) as silent
        on silent.incident_id = memberships.incident_id
        and silent.mention_id = memberships.mention_id
),

tolls as (
    unpivot (
        select
            incident_id,
            mention_id,
            teller,
            killed,
            injured,
            missing,
            detained,
            abducted,
            released,
            displaced,
            crowd_size
        from accounts
    )
    on killed, injured, missing, detained, abducted, released, displaced, crowd_size
    into name field value number
),

-- a report that allots nobody to a side does not say that nobody of it was killed
killed_by_side as (
    select
        accounts.incident_id,
        accounts.mention_id,
        accounts.teller,
        case casualty_facts.side
            when 'a' then 'killed_side_a'
            when 'b' then 'killed_side_b'
            else 'killed_civilians'
        end as field,
        casualty_facts.best as number
    from accounts
    join casualty_facts on casualty_facts.mention_id = accounts.mention_id
    where casualty_facts.kind = 'killed'
        and casualty_facts.side in ('a', 'b', 'civilians')
),

standing as (
    select numbers.*
    from (
        from tolls
        union all by name
        from killed_by_side
    ) as numbers
    anti join overruled
        on overruled.incident_id = numbers.incident_id
        and overruled.mention_id = numbers.mention_id
        and overruled.field = case when starts_with(numbers.field, 'killed') then 'killed' else numbers.field end
),

numbers as (
    select
        incident_id,
        field,
        count(*) as accounts,
        min(number) as lowest,
        max(number) as highest,
        max(number) - min(number) as spread,
        'people' as unit,
        list(concat(number, ' (', teller, ')') order by number, teller, mention_id) as told
    from standing
    group by
        incident_id,
        field
    having min(number) < max(number)
),

-- two intervals differ where they share no day
dates as (
    select
        incident_id,
        'date' as field,
        count(*) as accounts,
        null::integer as lowest,
        null::integer as highest,
        max(date_start) - min(date_end) as spread,
        'days' as unit,
        list(
            concat(date_start, case when date_end > date_start then concat('/', date_end) end, ' (', teller, ')')
            order by date_start, date_end, teller, mention_id
        ) as told
    from accounts
    where date_start is not null
        and date_end is not null
    group by incident_id
    having max(date_start) > min(date_end)
),

points as (
    select
        incident_id,
        latitude,
        longitude,
        coalesce(radius_km, 0) as radius_km,
        min(place) as place
    from accounts
    where latitude is not null
        and place_precision not in ('country', 'unknown')
    group by all
),

-- two places differ where the areas that their words allow do not touch; the great circle, on a sphere of 6,371 km
gaps as (
    select
        one.incident_id,
        max(
            12742 * asin(
                sqrt(
                    least(
                        1,
                        pow(sin(radians(other.latitude - one.latitude) / 2), 2)
                        + cos(radians(one.latitude)) * cos(radians(other.latitude))
                        * pow(sin(radians(other.longitude - one.longitude) / 2), 2)
                    )
                )
            )
            - one.radius_km
            - other.radius_km
        ) as kilometres
    from points as one
    join points as other
        on other.incident_id = one.incident_id
        and (other.latitude, other.longitude) > (one.latitude, one.longitude)
    group by one.incident_id
),

places as (
    select
        accounts.incident_id,
        'place' as field,
        count(*) as accounts,
        null::integer as lowest,
        null::integer as highest,
        ceil(any_value(gaps.kilometres))::integer as spread,
        'km' as unit,
        list(
            concat(coalesce(accounts.place, accounts.place_as_written), ' (', accounts.teller, ')')
            order by accounts.place nulls last, accounts.teller, accounts.mention_id
        ) as told
    from accounts
    join gaps using (incident_id)
    where accounts.latitude is not null
        and accounts.place_precision not in ('country', 'unknown')
        and gaps.kilometres > 0
    group by accounts.incident_id
),

-- of those who did it only such as the codebook knows can be told apart: "gunmen" may be anybody's
named as (
    select
        accounts.incident_id,
        accounts.mention_id,
        accounts.teller,
        'perpetrator' as field,
        string_agg(distinct participant_facts.actor, '; ' order by participant_facts.actor) as answer
    from accounts
    join participant_facts on participant_facts.mention_id = accounts.mention_id
    where participant_facts.role = 'perpetrator'
        and participant_facts.actor_id is not null
    group by
        accounts.incident_id,
        accounts.mention_id,
        accounts.teller
),

answers as (
    select incident_id, mention_id, teller, 'event_type' as field, event_type as answer
    from accounts
    union all
    select incident_id, mention_id, teller, 'sub_event_type', sub_event_type
    from accounts
    union all by name
    from named
),

words as (
    select
        incident_id,
        field,
        count(*) as accounts,
        null::integer as lowest,
        null::integer as highest,
        count(distinct answer) - 1 as spread,
        'further answers' as unit,
        list(concat(answer, ' (', teller, ')') order by answer, teller, mention_id) as told
    from answers
    group by
        incident_id,
        field
    having count(distinct answer) > 1
),

differing as (
    from numbers
    union all by name
    from dates
    union all by name
    from places
    union all by name
    from words
)

select
    incident_id,
    field,
    accounts,
    lowest,
    highest,
    spread::integer as spread,
    unit,
    told
from differing;
