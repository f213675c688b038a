create or replace temp view claims as
select * replace (excerpt(quote) as quote)
from whole_claims
