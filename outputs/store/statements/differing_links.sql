-- Which links are to be written, and which of those that are there say no longer so: of two that were both looked at,
-- one of them freely.
alter table temp.links rename to told_links;

create or replace temp table standing_links as
select
    links.rowid as row_number,
    links.mention_id,
    links.other_id,
    links.score,
    links.reason
from links
semi join reached on reached.mention_id = links.mention_id
semi join reached as others on others.mention_id = links.other_id;

create or replace temp table idle_links as
select standing_links.row_number
from standing_links
anti join told_links
    on told_links.one = standing_links.mention_id
    and told_links.other = standing_links.other_id
    and told_links.score = standing_links.score
    and told_links.reason = standing_links.reason
where standing_links.mention_id in (select mention_id from free)
    or standing_links.other_id in (select mention_id from free);

create or replace temp table new_links as
from told_links
anti join standing_links
    on standing_links.mention_id = told_links.one
    and standing_links.other_id = told_links.other
    and standing_links.score = told_links.score
    and standing_links.reason = told_links.reason;

drop table told_links;

drop table standing_links
