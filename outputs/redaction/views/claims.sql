-- Of a claim stay its field, its numbers and days, and actors of the codebook.
create or replace temp view claims as
select claims.* replace (
  case
    when kept.name is not null then claims.value
    when claims.field in (
      'date', 'killed', 'injured', 'missing', 'detained', 'abducted', 'released', 'displaced', 'crowd_size'
    ) and regexp_full_match(claims.value, '[0-9][0-9/-]*')
      then claims.value
  end as value,
  null::varchar as quote,
  null::varchar as speaker
)
from unredacted_claims as claims
left join tellable_actors as kept on kept.name = claims.value
