-- The mentions to be told.
create or replace temp table asked as
from reached
