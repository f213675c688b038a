-- The mention that each anchor of a standing judgement means today: the one at its very words, else the one whose
-- trigger shares most of them, else the only one in its sentence that was not there and meant otherwise.
create or replace temp table bindings_now as
with standing as (
    select judgement_anchors.*
    from judgement_anchors
    anti join judgement_undoings using (judgement_id)
),

meant as (
    select *
    from standing
    where part is not null
),

-- what a person has added is meant at its very words alone, not by what another judgement is about
added as (
    select
        standing.report_id,
        standing.span_start,
        standing.span_end
    from standing
    join judgement_facts using (judgement_id)
    where judgement_facts.kind = 'add'
        and standing.part is not null
),

told as (
    select
        mention_facts.mention_id,
        mention_facts.report_id,
        mention_facts.trigger_start,
        mention_facts.trigger_end,
        added.report_id is not null as is_added
    from mention_facts
    left join added
        on added.report_id = mention_facts.report_id
        and added.span_start = mention_facts.trigger_start
        and added.span_end = mention_facts.trigger_end
    where mention_facts.report_id in (select report_id from meant)
),

sharing as (
    select
        meant.judgement_id,
        meant.position,
        meant.part,
        told.mention_id,
        told.trigger_start = meant.span_start and told.trigger_end = meant.span_end as is_exact,
        least(told.trigger_end, meant.span_end) - greatest(told.trigger_start, meant.span_start) as characters
    from meant
    join judgement_facts using (judgement_id)
    join told
        on told.report_id = meant.report_id
        and told.trigger_start < meant.span_end
        and told.trigger_end > meant.span_start
    where is_exact
        or (judgement_facts.kind <> 'add' and not told.is_added)
),

overlapping as (
    select
        judgement_id,
        position,
        part,
        mention_id
    from sharing
    qualify row_number() over (
        partition by judgement_id, position
        order by is_exact desc, characters desc, mention_id
    ) = 1
),

unmet as (
    select meant.*
    from meant
    join judgement_facts using (judgement_id)
    anti join overlapping
        on overlapping.judgement_id = meant.judgement_id
        and overlapping.position = meant.position
    where judgement_facts.kind <> 'add'
),

in_sentence as (
    select
        unmet.judgement_id,
        unmet.position,
        unmet.part,
        min(told.mention_id) as mention_id
    from unmet
    join told
        on told.report_id = unmet.report_id
        and told.trigger_start >= unmet.sentence_start
        and told.trigger_end <= unmet.sentence_end
        and not told.is_added
    anti join overlapping
        on overlapping.judgement_id = unmet.judgement_id
        and overlapping.mention_id = told.mention_id
    anti join standing as beside
        on beside.judgement_id = unmet.judgement_id
        and beside.part is null
        and beside.report_id = told.report_id
        and beside.span_start < told.trigger_end
        and beside.span_end > told.trigger_start
    group by
        unmet.judgement_id,
        unmet.position,
        unmet.part
    having count(*) = 1
)

from overlapping
union all
from in_sentence
