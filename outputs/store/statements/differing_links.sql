-- Which links are to be written, and which of those that are there say no longer so.
alter table temp.links rename to told_links;

create or replace temp table idle_links as
select links.rowid
from links
semi join reached on reached.mention_id = links.mention_id
anti join told_links
    on told_links.one = links.mention_id
    and told_links.other = links.other_id
    and told_links.score = links.score
    and told_links.reason = links.reason;

create or replace temp table new_links as
from told_links
anti join links
    on links.mention_id = told_links.one
    and links.other_id = told_links.other
    and links.score = told_links.score
    and links.reason = told_links.reason;

drop table told_links
