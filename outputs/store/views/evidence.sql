create or replace view evidence as
select
    memberships.incident_id,
    claims.mention_id,
    claims.claim_id,
    claims.report_id,
    reports.publisher,
    claims.field,
    claims.value,
    claims.quote,
    claims.speaker,
    claims.modality,
    claims.low,
    claims.best,
    claims.high,
    claims.side,
    claims.span_start,
    claims.span_end,
    claims.basis,
    claims.rule
from claims
left join reports on reports.report_id = claims.report_id
left join memberships on memberships.mention_id = claims.mention_id
where claims.mention_id is not null;
