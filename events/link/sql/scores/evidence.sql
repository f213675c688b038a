-- By what tellings meet whose day or place is vague: something told that is not told of many. A month of a country by
-- a toll, by an actor with a toll, by a person harmed, or by the words; what has no day or no country, by a large toll, or by the words with
-- a toll; on a day of which only the year is not told, by a toll. The vaguer of two `looks`.
create or replace temp table evidence as
with telling as (
    select
        voice,
        days,
        spots,
        country_code,
        day_low,
        day_high,
        killed,
        injured,
        words,
        list_concat(firm, loose) as actors,
        persons
    from voices
),

-- the least hash of the words by three different orders: sentences that share half of their words share one of three
marks as (
    select
        voice,
        list_filter(
            list_concat(
                [
                    if(killed >= worth.telling_toll, hash('toll', killed), null),
                    if(len(words) >= worth.full_sentence, hash('words', list_min(words)), null),
                    if(
                        len(words) >= worth.full_sentence,
                        hash('words', list_min(list_transform(words, lambda word: xor(word, 6148914691236517205::ubigint)))),
                        null
                    ),
                    if(
                        len(words) >= worth.full_sentence,
                        hash('words', list_min(list_transform(words, lambda word: xor(word, 14757395258967641292::ubigint)))),
                        null
                    )
                ],
                list_concat(
                    if(killed is null, [], list_transform(actors, lambda actor: hash('actor', actor, killed))),
                    list_transform(persons, lambda person: hash('person', person))
                )
            ),
            lambda mark: mark is not null
        ) as marks,
        list_filter(
            list_concat(
                [
                    if(killed >= worth.large_toll, hash('toll', killed), null),
                    if(len(words) >= worth.full_sentence and killed is not null, hash('words', list_min(words), killed), null)
                ],
                list_concat(
                    if(
                        killed is null or killed < worth.telling_toll,
                        [],
                        list_transform(actors, lambda actor: hash('actor', actor, killed))
                    ),
                    list_transform(persons, lambda person: hash('person', person))
                )
            ),
            lambda mark: mark is not null
        ) as strong_marks
    from telling, figures
),

-- A month holds what is told of a month; what is told of days needs but few of them to meet in.
dated as (
    select
        voice,
        country_code,
        unnest(range(
            floor((day_low - worth.neighbour_days) / 32.0)::integer,
            floor((day_high + worth.neighbour_days) / 32.0)::integer + 1
        )) as span,
        days = 2 as looks,
        spots,
        true as is_month
    from telling
    cross join figures
    where days <= 2

    union all

    select
        voice,
        country_code,
        unnest(range(floor(day_low / 4.0)::integer, floor((day_high + worth.neighbour_days) / 4.0)::integer + 1)),
        spots >= 2,
        spots,
        false
    from telling
    cross join figures
    where days <= 1
),

keyed as (
    -- then, in a country
    select
        dated.voice,
        dated.looks,
        hash(dated.country_code, is_month, span, mark) as key
    from dated
    join (select voice, unnest(marks) as mark from marks) as marks using (voice)
    where dated.country_code is not null

    union all

    -- then, wherever
    select
        dated.voice,
        dated.looks and (is_month or spots >= 3),
        hash(is_month, span, mark)
    from dated
    join (select voice, unnest(strong_marks) as mark from marks) as marks using (voice)

    union all

    -- in a country, whenever
    select
        telling.voice,
        telling.days >= 3,
        hash(telling.country_code, mark)
    from telling
    join (select voice, unnest(strong_marks) as mark from marks) as marks using (voice)
    where country_code is not null

    union all

    -- on a day of some year in a country, by the toll
    select
        telling.voice,
        telling.days >= 2 or telling.spots >= 3,
        hash(telling.country_code, 'day of a year', unnest(year_days.days), telling.killed)
    from telling
    join year_days using (voice)
    where is_yearless
        and killed > 0
        and country_code is not null
)

select distinct
    voice,
    looks,
    key
from keyed
