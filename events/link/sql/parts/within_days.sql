-- Single incidents whose days lie within those of a round-up for the same country, of pairs that are asked for. What
-- has the round-up's own days and toll, and no day of its own, is the whole as somebody else tells it.
create or replace temp table within_days as
with singles as (
    from standing
    where scope = 'single'
        and country_code is not null
),

-- either side brings its changed ones to all of the other, so that an append costs what it reaches
pairs as (
    select
        round_ups as whole,
        singles as part
    from (from round_ups where is_asked) as round_ups
    join singles
        on singles.country_code = round_ups.country_code
        and singles.date_start >= round_ups.date_start
        and singles.date_end <= round_ups.date_end

    union all

    select
        round_ups,
        singles
    from (from round_ups where not is_asked) as round_ups
    join (from singles where is_asked) as singles
        on singles.country_code = round_ups.country_code
        and singles.date_start >= round_ups.date_start
        and singles.date_end <= round_ups.date_end
)

from pairs
where part.date_start = part.date_end
    or part.date_start > whole.date_start
    or part.date_end < whole.date_end
    or part.killed is null
    or part.killed is distinct from whole.killed
