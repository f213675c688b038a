-- Countries, provinces and districts alone, where places are hidden.
create or replace temp view places as
select places.* replace (case when hidden.places then null else places.admin3 end as admin3)
from unredacted_places as places
cross join hidden_kinds as hidden
where not hidden.places or places.kind in ('country', 'admin1', 'admin2')
