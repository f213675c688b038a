-- That a person judged stays; the words, the reasons and who it was do not.
create or replace temp view judgement_facts as
select * replace (case when false then said end as said, null::varchar as meant, null::varchar as why, null::varchar as made_by)
from unredacted_judgement_facts
