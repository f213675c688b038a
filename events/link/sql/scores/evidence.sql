-- By what tellings meet whose day or place is vague: something told that is not told of many. A month of a country by
-- a toll, by an actor with a toll, by a person harmed, or by the words; what has no day or no country, by a large toll, or by the words with
-- a toll; on a day of which only the year is not told, by a toll.
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

keyed as (
    -- in a month of a country
    select
        telling.voice,
        telling.days,
        telling.spots,
        hash(
            telling.country_code,
            unnest(range(
                floor((day_low - worth.neighbour_days) / 32.0)::integer,
                floor((day_high + worth.neighbour_days) / 32.0)::integer + 1
            )),
            mark
        ) as key
    from telling
    cross join figures
    join (select voice, unnest(marks) as mark from marks) as marks on marks.voice = telling.voice
    where days <= 2
        and country_code is not null

    union all

    -- in a country, whenever
    select
        telling.voice,
        telling.days,
        telling.spots,
        hash(telling.country_code, mark) as key
    from telling
    join (select voice, unnest(strong_marks) as mark from marks) as marks on marks.voice = telling.voice
    where country_code is not null

    union all

    -- in a month, wherever
    select
        telling.voice,
        telling.days,
        telling.spots,
        hash(
            unnest(range(
                floor((day_low - worth.neighbour_days) / 32.0)::integer,
                floor((day_high + worth.neighbour_days) / 32.0)::integer + 1
            )),
            mark
        ) as key
    from telling
    cross join figures
    join (select voice, unnest(strong_marks) as mark from marks) as marks on marks.voice = telling.voice
    where days <= 2

    union all

    -- on a day of some year in a country, by the toll
    select
        telling.voice,
        telling.days,
        telling.spots,
        hash(telling.country_code, 'day of a year', unnest(year_days.days), telling.killed) as key
    from telling
    join year_days using (voice)
    where is_yearless
        and killed > 0
        and country_code is not null
)

select distinct
    voice,
    days,
    spots,
    key
from keyed
