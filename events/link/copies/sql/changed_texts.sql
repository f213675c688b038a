-- Texts whose reports are not there any more: what they were tied to is found anew.
create or replace temp table changed_texts as
select distinct report_sketches.text_fingerprint
from report_sketches
anti join reports on reports.report_id = report_sketches.report_id
where report_sketches.text_fingerprint is not null
