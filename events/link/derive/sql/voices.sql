-- The accounts that count.
create or replace temp view voices as
from accounts
where overruled is null
