-- The words go; that the report was there, whose it was, of which day, and the hashes of its text stay.
update reports
set
    title = null,
    byline = null,
    url = null,
    dateline = null,
    text = null,
    file = null,
    part = null,
    external_id = case when not contains(external_id, '://') then external_id end
where report_id in (select report_id from erased_reports);

update past_reports
set
    title = null,
    byline = null,
    url = null,
    dateline = null,
    text = null,
    file = null,
    part = null,
    external_id = case when not contains(external_id, '://') then external_id end
where report_id in (select report_id from erased_reports);
