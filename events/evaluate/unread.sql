-- The reports that were not searched for incidents, with the reason where the extractor failed.
select
    external_id,
    language,
    detail
from reports
left join rejects
    on rejects.path = report_id
    and rejects.reason = 'extraction'
    and rejects.part is null
where not extracted
order by external_id
