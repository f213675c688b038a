-- What each text says: hashes of its words without their endings, and of those that are names. Equal texts once.
create or replace temp table sentences as
with texts as (
    select
        text,
        row_number() over () as sentence
    from (select distinct text from tellings where text is not null)
),

spoken as (
    select
        sentence,
        unnest(
            string_split(
                translate(strip_accents(left(text, 2000)), '.,;:!?"()[]{}<>/|“”‘’''–—-…', repeat(' ', 27)),
                ' '
            )
        ) as word
    from texts
),

stems as (
    select
        sentence,
        left(lower(word), 6) as stem,
        bool_or(ascii(word) between 65 and 90) as is_name
    from spoken
    where word <> ''
    group by all
),

telling as (
    select
        sentence,
        md5_number_lower(stem) as word,
        is_name
    from stems
    anti join (from silent where list = 'empty') as silent using (stem)
),

gathered as (
    select
        sentence,
        list(word order by word) as words,
        list(word order by word) filter (where is_name) as names
    from telling
    group by sentence
)

select
    texts.text,
    coalesce(gathered.words, []) as words,
    coalesce(gathered.names, []) as names
from texts
left join gathered using (sentence)
