-- Of a claim stay its field, its numbers and days, and actors of the codebook.
create or replace temp view second_claims as
select second.* replace (
  case
    when kept.name is not null then second.value
    when second.field in (
      'date', 'killed', 'injured', 'missing', 'detained', 'abducted', 'released', 'displaced', 'crowd_size'
    ) and regexp_full_match(second.value, '[0-9][0-9/-]*')
      then second.value
  end as value,
  null::varchar as quote,
  null::varchar as speaker
)
from unredacted_second_claims as second
left join tellable_actors as kept on kept.name = second.value
