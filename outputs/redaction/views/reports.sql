-- Of a report stay its outlet, day and language. Its address and its headline tell what its text tells, and a hash of the
-- text would let a guess be proved.
create or replace temp view reports as
select reports.* replace (
  null::varchar as external_id,
  outlets.told as publisher,
  null::varchar as title,
  null::varchar as byline,
  null::varchar as url,
  null::varchar as dateline,
  null::varchar as text,
  null::varchar as raw_sha256,
  null::varchar as text_fingerprint,
  null::varchar as file,
  null::varchar as part
)
from unredacted_reports as reports
left join tellable_outlets as outlets using (publisher)
