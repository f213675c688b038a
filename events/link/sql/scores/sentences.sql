-- What each text says: hashes of its words without their endings, and of those that are names. Equal texts once.
-- A bit stands for each word, and for each name, too: what two texts share is bounded without comparing a word.
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
        list(word order by word) filter (where is_name) as names,
        bit_or(if((word >> 6) % 4 = 0, 1::ubigint << (word % 64), 0::ubigint)) as words0,
        bit_or(if((word >> 6) % 4 = 1, 1::ubigint << (word % 64), 0::ubigint)) as words1,
        bit_or(if((word >> 6) % 4 = 2, 1::ubigint << (word % 64), 0::ubigint)) as words2,
        bit_or(if((word >> 6) % 4 = 3, 1::ubigint << (word % 64), 0::ubigint)) as words3,
        bit_or(if(is_name, 1::ubigint << ((word >> 8) % 64), 0::ubigint)) as name_bits
    from telling
    group by sentence
)

select
    texts.text,
    coalesce(gathered.words, []) as words,
    coalesce(gathered.names, []) as names,
    coalesce(gathered.words0, 0) as words0,
    coalesce(gathered.words1, 0) as words1,
    coalesce(gathered.words2, 0) as words2,
    coalesce(gathered.words3, 0) as words3,
    coalesce(gathered.name_bits, 0) as name_bits
from texts
left join gathered using (sentence)
