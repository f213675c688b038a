-- Matches that are new or say something else, and those that hold no longer.
create or replace temp table new_matches as
select id, event_id, score, reason
from matched
except
select id, event_id, score, reason
from matches;

create or replace temp table old_matches as
select matches.id, matches.event_id
from matches
anti join (
    select id, event_id, score, reason
    from matched
) as standing
    on standing.id = matches.id
    and standing.event_id = matches.event_id
    and standing.score = matches.score
    and standing.reason = matches.reason
