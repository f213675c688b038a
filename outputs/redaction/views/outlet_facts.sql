-- Of outlets stay those whose names may be told; what else is said of them may name anybody.
create or replace temp view outlet_facts as
select facts.* replace (null::varchar as lean, null::varchar as url, null::varchar as notes)
from unredacted_outlet_facts as facts
where facts.publisher in (select told from tellable_outlets)
