-- All answers to questions, the first service's first.
with wanted as (
    select unnest($keys::varchar[]) as key, unnest($countries::varchar[]) as country_code
)
select wanted.key, wanted.country_code, answers.server, answers.asked_at, answers.places
from wanted
join answers
    on answers.key = wanted.key
    and answers.country_code is not distinct from wanted.country_code
order by wanted.key, wanted.country_code, answers.service, answers.server
