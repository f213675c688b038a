-- The mentions that are clustered anew from nothing: the changed ones, what says the same in the same words, and all that
-- stood in one incident with them. And what the changed ones are linked to, or were.
create or replace temp table free as
with speaking_alike as (
    select mates.id as mention_id
    from changed
    join voicing as own on own.id = changed.mention_id
    join voicing as mates on mates.voice = own.voice
),

named as (
    from changed
    union
    from speaking_alike
)

from named

union

select memberships.mention_id
from memberships
join memberships as theirs using (incident_id)
semi join named on named.mention_id = theirs.mention_id;

create or replace temp table leads as
select one, other
from temp.links;

-- at which stage each telling clusters, as far as it was looked at
create or replace temp table stages as
select
    voicing.id as mention_id,
    voices.stage
from voicing
join voices using (voice);

-- mentions of incidents that others come between before they are whole
create or replace temp table shaken (
    mention_id varchar
)
