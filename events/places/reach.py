"""How far a place reaches from its point where nobody says."""

__all__ = ["AREA_KM", "SITE_KM", "settlement_radius"]

SMALLEST_RADIUS_KM, LARGEST_RADIUS_KM = 2.0, 25.0
SITE_KM, AREA_KM = 0.5, 10.0


def settlement_radius(population: int) -> float:
    """Guess how far a settlement reaches from its point, in km: 4 at 100,000 people, 10 at a million.

    >>> [settlement_radius(people) for people in (0, 100_000, 1_000_000, 30_000_000)]
    [2.0, 4.0, 10.0, 25.0]
    """
    guess: float = LARGEST_RADIUS_KM * (population / 10_000_000) ** 0.4
    return round(min(LARGEST_RADIUS_KM, max(SMALLEST_RADIUS_KM, guess)), 1)
