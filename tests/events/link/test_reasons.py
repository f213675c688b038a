"""The reason of a link names the days that differ and the codebook's actors, and no person."""

import duckdb

from events.link.partition import partition
from events.link.tellings import make_tellings
from events.link.weights import LinkingWeights

TOLD = """
    insert into tellings by name
    select
        id,
        id as group_id,
        true as founds,
        false as recalls,
        'single' as scope,
        day::date as date_start,
        day::date as date_end,
        'ES' as country_code,
        43.26 as latitude,
        -2.93 as longitude,
        5.0 as radius_km,
        'settlement' as place_precision,
        'Explosions/Remote violence' as event_type,
        2 as killed,
        [{name: 'ETA', actor_id: 'a-eta', type: 'Rebel group', side: 'b', country_code: null::varchar}] as actors,
        ['Juan Perez'] as persons,
        'A bomb of ETA killed Juan Perez and another man in Bilbao' || id as text
    from (values ('m-1', '2000-02-22'), ('m-2', '2000-02-23')) as told(id, day)
"""


def test_a_reason_names_days_and_actors_and_no_person() -> None:
    with duckdb.connect() as connection:
        make_tellings(connection)
        connection.execute(TOLD)
        partition(connection, LinkingWeights.load())
        ((reason,),) = connection.sql("select reason from links").fetchall()
    assert reason.startswith("2000-02-22 and 2000-02-23, at one point")
    assert "both name ETA" in reason
    assert "the same person harmed" in reason
    assert "Perez" not in reason
