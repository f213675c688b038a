"""One synthetic world, coded by three projects' habits: what each of them makes of the same incidents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, hypot, radians
from random import Random
from typing import Any

__all__ = ["coded_world"]

Row = dict[str, Any]
KM_IN_A_DEGREE = 111.2
COUNTRY = "Nigeria"  # any country that lists name in several ways
FIRST_DAY, DAYS = date(2011, 1, 1), 365
ARMED = ("Boko Haram", "Ansaru", "MEND")
PEOPLES = ("Fulani", "Berom", "Tiv", "Hausa", "Jukun")
TARGETS = ("police station", "church", "mosque", "market", "bank", "school", "motor park", "checkpoint", "farm", "inn")
KINDS = (("clash", 30), ("attack", 30), ("bombing", 15), ("communal", 10), ("protest", 10), ("riot", 5))


@dataclass(frozen=True)
class Town:
    """A settlement; `weight` says how much happens there."""

    name: str
    latitude: float
    longitude: float
    weight: float


@dataclass(frozen=True)
class Incident:
    """What happened."""

    number: int
    day: date
    town: Town
    kind: str
    first: str
    second: str
    target: str
    killed: int


def coded_world(*, seed: int, incidents: int, texts: bool) -> list[Row]:
    """Give the rows of all three lists, as `affray evaluate --task links` reads them, in no order."""
    random = Random(seed)  # noqa: S311 -- a world that is the same every time
    towns = list(_towns(random))
    happened = [_incident(random, number, towns) for number in range(incidents)]
    rows = [
        row
        for incident in happened
        for coder in (_acled, _ged, _gtd)
        if (row := coder(random, incident, towns, texts=texts)) is not None
    ]
    random.shuffle(rows)
    return [{"id": f"row-{number}", **row} for number, row in enumerate(rows)]


def _towns(random: Random) -> Iterator[Town]:
    """Lay 1,500 towns over a country of 700 km; the first sees an eighth of all that happens, as some do."""
    for number in range(1_500):
        latitude, longitude = random.uniform(6.0, 12.5), random.uniform(4.0, 13.0)
        yield Town(f"Town{number}", latitude, longitude, 1 / (number + 1))


def _incident(random: Random, number: int, towns: Sequence[Town]) -> Incident:
    kind = random.choices([name for name, _ in KINDS], [share for _, share in KINDS])[0]
    first, second = _sides(random, kind)
    is_deadly = kind not in ("protest", "riot")
    return Incident(
        number=number,
        day=FIRST_DAY + timedelta(days=random.randrange(DAYS)),
        town=random.choices(towns, [town.weight for town in towns])[0],
        kind=kind,
        first=first,
        second=second,
        target=random.choice(TARGETS),
        killed=min(int(random.paretovariate(0.9)) - (random.random() < 0.3), 200) if is_deadly else 0,
    )


def _sides(random: Random, kind: str) -> tuple[str, str]:
    if kind == "communal":
        first, second = random.sample(PEOPLES, 2)
        return first, second
    if kind in ("protest", "riot"):
        return kind, "state"
    armed = random.choices(ARMED, [6, 1, 2])[0] if random.random() < 0.75 else "unknown"
    return armed, "state" if kind == "clash" else "civilians"


def _acled(random: Random, incident: Incident, towns: Sequence[Town], *, texts: bool) -> Row | None:
    """Code as ACLED does: everything, day by day, at the town's centre, with the least toll."""
    if random.random() > 0.8:
        return None
    kinds = {
        "clash": "Armed clash",
        "attack": "Attack",
        "bombing": random.choice(["Suicide bomb", "Remote explosive/landmine/IED"]),
        "communal": random.choice(["Attack", "Armed clash"]),
        "protest": random.choice(["Peaceful protest", "Protest with intervention"]),
        "riot": random.choice(["Violent demonstration", "Mob violence"]),
    }
    names = {
        "state": f"{random.choice(['Military', 'Police'])} Forces of {COUNTRY} (2010-2015)",
        "civilians": f"Civilians ({COUNTRY})",
        "unknown": f"Unidentified Armed Group ({COUNTRY})",
        "Boko Haram": "Boko Haram - Jamatu Ahli is-Sunnah lid-Dawatai wal-Jihad",
        "MEND": "MEND: Movement for the Emancipation of the Niger Delta",
        "protest": f"Protesters ({COUNTRY})",
        "riot": f"Rioters ({COUNTRY})",
        **{people: f"{people} Ethnic Militia ({COUNTRY})" for people in PEOPLES},
    }
    day = _day(random, incident.day, late=0.07, wrong=0.02)
    latitude, longitude, radius = _place(random, incident.town, towns, vague=0.08, spread_km=0.5)
    told = f"{incident.first} struck a {incident.target} in {incident.town.name}. {incident.killed} killed."
    return {
        "source": "acled",
        "date_start": str(day),
        "date_end": str(day),
        "lat": latitude,
        "lon": longitude,
        "radius_km": radius,
        "event_type": kinds[incident.kind],
        "actor1": names.get(incident.first, incident.first),
        "actor2": None if incident.kind == "protest" else names.get(incident.second, incident.second),
        "killed": _toll(random, incident.killed, lower=True),
        "text": f"On {day}, {told}" if texts else None,
        "cluster": str(incident.number),
    }


def _ged(random: Random, incident: Incident, towns: Sequence[Town], *, texts: bool) -> Row | None:
    """Code as UCDP does: the deadly ones with named sides, some over a span of days or for a whole district."""
    del texts  # GED has no notes
    if not incident.killed or "unknown" in (incident.first, incident.second) or random.random() > 0.6:
        return None
    names = {
        "state": f"Government of {COUNTRY}",
        "civilians": "Civilians",
        "Boko Haram": "Jama'atu Ahlis Sunna Lidda'awati wal-Jihad",
    }
    first, second = (names.get(name, name) for name in (incident.first, incident.second))
    start = end = _day(random, incident.day, late=0.03, wrong=0.01)
    if random.random() < 0.1:
        start, end = start - timedelta(days=random.randrange(2)), start + timedelta(days=random.randrange(1, 4))
    elif random.random() < 0.02:
        start, end = start.replace(day=1), start.replace(day=28)
    latitude, longitude, radius = _ged_place(random, incident.town, towns)
    return {
        "source": "ucdp-ged",
        "date_start": str(start),
        "date_end": str(end),
        "lat": latitude,
        "lon": longitude,
        "radius_km": radius,
        "event_type": {"clash": 1, "communal": 2}.get(incident.kind, 3),
        "actor1": second if incident.second == "state" else first,
        "actor2": first if incident.second == "state" else second,
        "killed": _toll(random, incident.killed),
        "text": None,
        "cluster": str(incident.number),
    }


def _gtd(random: Random, incident: Incident, towns: Sequence[Town], *, texts: bool) -> Row | None:
    """Code as GTD does: what armed groups did, often by unknown hands."""
    if incident.kind not in ("clash", "attack", "bombing") or random.random() > 0.5:
        return None
    attack = random.choice(["Armed Assault", "Assassination"])
    kinds = {"clash": "Armed Assault", "attack": attack, "bombing": "Bombing/Explosion"}
    day = _day(random, incident.day, late=0.04, wrong=0.01)
    latitude, longitude, radius = _place(random, incident.town, towns, vague=0.05, spread_km=0.8)
    summary = (
        f"{day:%m/%d/%Y}: Assailants attacked a {incident.target} in {incident.town.name}, {COUNTRY}. "
        f"At least {incident.killed} people were killed."
    )
    is_known = incident.first != "unknown" and random.random() < 0.7
    return {
        "source": "gtd",
        "date_start": str(day),
        "date_end": str(day),
        "lat": latitude,
        "lon": longitude,
        "radius_km": radius,
        "event_type": kinds[incident.kind],
        "actor1": incident.first if is_known else "Unknown",
        "actor2": "Police" if incident.second == "state" else "Private Citizens & Property",
        "killed": _toll(random, incident.killed) if random.random() < 0.93 else None,
        "text": summary if texts else None,
        "cluster": str(incident.number),
    }


def _day(random: Random, day: date, *, late: float, wrong: float) -> date:
    """Give the day as coded: now and then the day of the report, or a wrong one of the same week."""
    drawn = random.random()
    if drawn < late:
        return day + timedelta(days=1)
    return day + timedelta(days=random.choice([-4, -3, -2, 2, 3, 4])) if drawn < late + wrong else day


def _place(
    random: Random, town: Town, towns: Sequence[Town], *, vague: float, spread_km: float
) -> tuple[float, float, float | None]:
    """Give the point as coded: another gazetteer's centre, or the nearest town's, then mostly told as near."""
    is_vague = random.random() < vague
    coded = _nearest(town, towns) if is_vague else town
    radius = 20.0 if is_vague and random.random() < 0.7 else None
    return (*_moved(random, coded, km=random.expovariate(1 / spread_km)), radius)


def _ged_place(random: Random, town: Town, towns: Sequence[Town]) -> tuple[float, float, float]:
    drawn = random.random()
    if drawn < 0.7:
        return (*_moved(random, town, km=random.expovariate(1 / 0.6)), 5.0)
    if drawn < 0.94:
        near = _nearest(town, towns) if random.random() < 0.4 else town
        return (*_moved(random, near, km=random.uniform(0, 3)), 25.0)
    return (*_moved(random, town, km=random.uniform(5, 45)), 50.0)


def _nearest(town: Town, towns: Sequence[Town]) -> Town:
    return min((other for other in towns if other is not town), key=lambda other: _km(town, other))


def _km(one: Town, other: Town) -> float:
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return KM_IN_A_DEGREE * hypot(one.latitude - other.latitude, east)


def _moved(random: Random, town: Town, *, km: float) -> tuple[float, float]:
    north, east = random.gauss(0, 1), random.gauss(0, 1)
    length = hypot(north, east) or 1.0
    degrees = km / KM_IN_A_DEGREE / length
    return round(town.latitude + north * degrees, 4), round(town.longitude + east * degrees, 4)


def _toll(random: Random, killed: int, *, lower: bool = False) -> int:
    """Give the toll as coded: mostly the same, else another report's."""
    if random.random() < 0.7 or not killed:
        return killed
    return max(0, round(killed * random.uniform(0.6, 1.0 if lower else 1.5)))
