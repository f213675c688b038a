-- What a report says of its places, so that `affray renew --places` can place its mentions with another gazetteer.
-- Of reports that are here already the claims tell which names they were, the text what stands before each.

create table place_references (
    report_id varchar,
    mention_id varchar,
    position integer,
    name varchar,
    span_start integer,
    span_end integer,
    relation varchar,
    within varchar[],
    kind_word varchar
);

alter table place_candidates add column name varchar;

alter table place_candidates add column rank integer;

alter table participant_facts add column type_as_told varchar;

alter table runs add column renewed varchar;

insert into place_references
with quoted as (
    select
        claims.report_id,
        claims.mention_id,
        claims.value as name,
        claims.span_start,
        claims.span_end,
        claims.rule,
        claims.rowid as told
    from claims
    where claims.field = 'place'
        and claims.basis = 'quote'
        and claims.value is not null
        and claims.mention_id is not null
),

-- an extractor of somebody else's may have claimed no place: then the name stands somewhere in the text
unclaimed as (
    select
        mention_facts.report_id,
        mention_facts.mention_id,
        mention_facts.place_as_written as name,
        instr(reports.text, mention_facts.place_as_written) - 1 as span_start,
        instr(reports.text, mention_facts.place_as_written) - 1 + length(mention_facts.place_as_written) as span_end,
        'place' as rule,
        0 as told
    from mention_facts
    join reports on reports.report_id = mention_facts.report_id
    anti join quoted on quoted.mention_id = mention_facts.mention_id
    where contains(reports.text, mention_facts.place_as_written)
),

named as (
    from quoted
    union all
    from unclaimed
),

-- "20 km north of", "near", "in the north of", and "northern", which stands beside a preposition or alone
introduced as (
    select
        named.*,
        regexp_extract(
            substr(reports.text, greatest(1, named.span_start - 59), least(60, named.span_start)),
            '(?i)((?:\d[\d.,]*\s*(?:km|kms|kilomet(?:er|re)s?|miles?)\s+(?:(?:to\s+the\s+)?(?:north|south|east|west)[a-z-]*\s+)?'
            || '(?:of|from|outside)|close\s+to|next\s+to|in\s+the\s+(?:north|south|east|west)[a-z-]*\s+of|'
            || '(?:north|south|east|west)[a-z-]*\s+of|\b(?:in|at|on|near|nearby|outside|around|between|off|towards?|inside|'
            || 'across|throughout|into|through))(?:\s+(?:north|south|east|west|central)[a-z-]*)?)'
            || '\s+(?:the\s+)?(?:(?:city|town|village|district|province|region)\s+of\s+)?$',
            1
        ) as words
    from named
    join reports on reports.report_id = named.report_id
)

select
    report_id,
    mention_id,
    row_number() over (
        partition by mention_id
        order by told
    ) - 1,
    name,
    span_start,
    span_end,
    case
        when rule <> 'place' then rule
        when words <> '' then regexp_replace(lower(words), '\s+', ' ', 'g')
        else 'loose'
    end,
    [],
    null
from introduced
order by report_id, mention_id, told;

-- an army that was abroad where the mention was placed is told without its place
update participant_facts
set type_as_told = 'State forces'
from mention_facts
where mention_facts.mention_id = participant_facts.mention_id
    and participant_facts.type = 'External/Other forces'
    and participant_facts.country_code <> mention_facts.country_code;
