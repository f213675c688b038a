select
    report_id,
    publisher,
    cast(published as varchar) as published,
    title,
    url,
    copy_of is not null as is_copy,
    text
from reports
where report_id in (
        select mentions.report_id
        from mentions
        join chosen using (incident_id)
    )
order by report_id
