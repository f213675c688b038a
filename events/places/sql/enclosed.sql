-- What the codes say stays; a division of a lower order counts only within that of the higher one.
with enclosed as (
    select place_id, admin1_id, admin2_id, admin3_id, country_code
    from read_csv($enclosed, header = false, delim = ',', quote = '"', escape = '"', nullstr = '', auto_detect = false,
        columns = {'place_id': 'varchar', 'admin1_id': 'varchar', 'admin2_id': 'varchar', 'admin3_id': 'varchar',
            'country_code': 'varchar'})
),
first_order as (
    select own.place_id, coalesce(own.admin1_id, second.admin1_id, enclosed.admin1_id) as admin1_id, second.admin1_id as above2_id,
        own.admin2_id as own2_id, enclosed.admin2_id, third.admin1_id as above3_id, third.admin2_id as between3_id,
        own.admin3_id as own3_id, enclosed.admin3_id, coalesce(own.country_code, enclosed.country_code) as country_code
    from enclosed
    join staged_places as own using (place_id)
    left join staged_places as second on second.place_id = enclosed.admin2_id
    left join staged_places as third on third.place_id = enclosed.admin3_id
),
second_order as (
    select *, coalesce(own2_id, case when above2_id is null or above2_id = admin1_id then admin2_id end) as second_id
    from first_order
),
third_order as (
    select *, coalesce(own3_id, case
        when (above3_id is null or above3_id = admin1_id) and (between3_id is null or between3_id = second_id) then admin3_id
    end) as third_id
    from second_order
)
update staged_places
set admin1_id = third_order.admin1_id, admin2_id = third_order.second_id, admin3_id = third_order.third_id,
    country_code = third_order.country_code
from third_order
where staged_places.place_id = third_order.place_id
