create or replace temp view withdrawals as
select * replace (null::varchar as why, null::varchar as withdrawn_by)
from unredacted_withdrawals
