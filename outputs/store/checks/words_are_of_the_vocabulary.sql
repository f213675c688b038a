-- Every word of a closed vocabulary is one of its words.
with allowed as (
    select unnest($words, recursive := true)
),

used as (
    select 'claims' as relation, *
    from (
        unpivot (select claim_id as id, field, side, modality, basis from claims)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'outlet_facts', *
    from (
        unpivot (select publisher as id, scale, ownership from outlet_facts)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'second_claims', *
    from (
        unpivot (select claim_id as id, field, side, modality, basis from second_claims)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'rejects', *
    from (
        unpivot (select path as id, reason from rejects)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'llm_calls', *
    from (
        unpivot (select report_id as id, outcome from llm_calls)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'places', *
    from (
        unpivot (select place_id as id, kind from places)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'actors', *
    from (
        unpivot (select actor_id as id, kind from actors)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'overruled', *
    from (
        unpivot (select incident_id as id, why from overruled)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'mention_facts', *
    from (
        unpivot (
            select
                mention_id as id,
                status,
                scope,
                date_extent,
                date_precision,
                place_precision,
                event_type,
                weapon,
                actor1_type,
                actor2_type
            from mention_facts
        )
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'incident_facts', *
    from (
        unpivot (
            select
                incident_id as id,
                review_status,
                scope,
                date_extent,
                date_precision,
                place_precision,
                event_type,
                weapon,
                actor1_type,
                actor2_type
            from incident_facts
        )
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'casualty_facts', *
    from (
        unpivot (select coalesce(mention_id, incident_id) as id, side, kind from casualty_facts)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'participant_facts', *
    from (
        unpivot (select coalesce(mention_id, incident_id) as id, kind, type, side, role, type_as_told from participant_facts)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'coded_events', *
    from (
        unpivot (select event_id as id, date_extent, date_precision, place_precision, event_type from coded_events)
        on columns(* exclude (id)) into name column_name value word
    )
    union all
    select 'judgement_facts', *
    from (
        unpivot (select judgement_id as id, kind from judgement_facts)
        on columns(* exclude (id)) into name column_name value word
    )
)

select used.id, used.relation, used.column_name, used.word
from used
anti join allowed using (relation, column_name, word)
order by all;
