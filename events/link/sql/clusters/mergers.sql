-- Clusters that are each other's best.
create or replace temp table mergers as
select
    choices.partner as lost,
    choices.cluster as kept
from choices
join choices as back
    on back.cluster = choices.partner
    and back.partner = choices.cluster
where choices.cluster < choices.partner
