create or replace temp view judgement_undoings as
select * replace (null::varchar as why, null::varchar as made_by)
from unredacted_judgement_undoings
