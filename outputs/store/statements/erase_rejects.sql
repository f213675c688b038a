-- What was set aside of them or of the files that they came in, where it names them.
delete from rejects
using (
    select report_id, title, url
    from reports
    semi join erased_reports using (report_id)
) as erased
where rejects.path = erased.report_id
    or rejects.part = erased.report_id
    or contains(rejects.detail, erased.title)
    or contains(rejects.detail, erased.url)
    or contains(rejects.path, erased.url);
