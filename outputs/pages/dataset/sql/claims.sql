-- What has words in a report; of the places that it names, those in which the mention was placed.
select claims.* exclude (run_id)
from claims
join mentions using (mention_id)
join chosen using (incident_id)
where claims.span_start is not null
    and (
        claims.field <> 'place'
        or claims.value in (mentions.place, mentions.place_as_written, mentions.admin1, mentions.admin2, mentions.country)
    )
order by
    claims.mention_id,
    claims.span_start,
    claims.span_end,
    claims.claim_id
