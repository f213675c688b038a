-- Tellings that no other list has anything near of, in the same month or the next, in the same country or within some
-- degrees: a list of the whole world is compared only where the reports are. What has no place is kept.
delete from tellings
where id in (
    with spans as (
        select
            id,
            group_id,
            country_code,
            floor(latitude / 4)::integer as band,
            floor(longitude / 4)::integer as stripe,
            (coalesce(date_start, date_end - 31, date '1900-01-01') - date '1900-01-01') // 32 as first_month,
            (coalesce(date_end, date_start + 31, date '2100-01-01') - date '1900-01-01') // 32 as last_month
        from tellings
        where country_code is not null
            or latitude is not null
    ),

    months as (
        select
            *,
            unnest(range(first_month - 1, last_month + 2)) as month
        from spans
    ),

    -- a list is at home in its countries, and in its cells with those around them
    homes as (
        select distinct
            group_id,
            month,
            country_code as area
        from months
        where country_code is not null

        union

        select distinct
            group_id,
            month,
            concat_ws(' ', band + north, stripe + east)
        from months
        cross join (select unnest([-1, 0, 1]) as north) as norths
        cross join (select unnest([-1, 0, 1]) as east) as easts
        where band is not null
    ),

    shared as (
        select
            month,
            area
        from homes
        group by
            month,
            area
        having count(distinct group_id) > 1
    ),

    near as (
        select months.id
        from months
        join shared
            on shared.month = months.month
            and shared.area = months.country_code

        union

        select months.id
        from months
        join shared
            on shared.month = months.month
            and shared.area = concat_ws(' ', months.band, months.stripe)
    )

    select spans.id
    from spans
    anti join near using (id)
)
