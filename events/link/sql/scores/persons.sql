-- Which persons each telling names as harmed, by their full names: "Luis Carlos Galan" gives Luis Carlos, Carlos Galan and
-- Luis Galan, so that it meets "Luis Galan" and "Carlos Galan Sarmiento". One word alone names too many.
create or replace temp table persons as
with named as (
    select
        id,
        unnest(persons) as person
    from tellings
    where len(persons) > 0
),

-- "Colombian priest Camilo Restrepo": the name is what stands in capitals at the end; "Kimani 'Kiki' Gray" is one
spelled as (
    select distinct
        id,
        person,
        string_split(
            trim(regexp_extract(
                strip_accents(translate(left(person, 300), '"“”‘’''.,()', '')),
                '((?:\p{Lu}[\p{L}-]+ *)+)$',
                1
            )),
            ' '
        ) as words
    from named
),

told as (
    select
        spelled.id,
        spelled.person,
        list_filter(list_transform(words, lambda word: lower(word)), lambda word: word <> '' and not list_contains(titles.stems, left(word, 6))) as words
    from spelled
    cross join (select list(stem) as stems from silent where list in ('titles', 'nobody')) as titles
),

paired as (
    select
        id,
        unnest(list_append(
            list_transform(range(1, len(words)), lambda number: concat(words[number], ' ', words[number + 1])),
            concat(words[1], ' ', words[-1])
        )) as name
    from told
    where len(words) > 1
)

select
    id,
    list(distinct md5_number_lower(name) order by md5_number_lower(name)) as persons
from paired
group by id
