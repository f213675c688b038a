"""A text's sketch: texts that share most of their words share a key of it, whatever else differs.

MinHash by one permutation (Li, Owen and Zhang 2012) over stretches of three words, in bands (Broder 1997; Leskovec,
Rajaraman and Ullman, Mining of Massive Datasets, chapter 3): of two texts that share 60 percent of their stretches
98 in 100 pairs share a key, of two that share 10 percent two in 100.
"""

import hashlib
import struct
import zlib
from collections.abc import Sequence

__all__ = ["SHINGLE", "shingles", "sketch"]

SHINGLE = 3  # words
ROWS, BANDS = 3, 16
BINS = ROWS * BANDS
SPREAD = 0x9E3779B97F4A7C15  # 2^64 over the golden ratio: neighbouring checksums land far apart
WIDTH = 1 << 64
FEWEST_WORDS = 25  # shorter texts are copies only if they are equal

Shingle = tuple[str, ...]


def shingles(words: Sequence[str]) -> list[Shingle]:
    """Give every stretch of three words, in order."""
    return [tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]


def sketch(words: Sequence[str]) -> list[int]:
    """Give the sixteen keys of a text's words; none where it is short. The same in every process and version."""
    if len(words) < FEWEST_WORDS:
        return []
    least = _densified(_least(words))
    bands = (least[at : at + ROWS] for at in range(0, BINS, ROWS))
    return [_key(number, band) for number, band in enumerate(bands)]


def _least(words: Sequence[str]) -> list[int | None]:
    """Give the least hash of each bin."""
    least: list[int | None] = [None] * BINS
    for shingle in set(shingles(words)):
        mixed = zlib.crc32(" ".join(shingle).encode("utf-8", "surrogatepass")) * SPREAD % WIDTH
        number, value = mixed % BINS, mixed // BINS
        found = least[number]
        if found is None or value < found:
            least[number] = value
    return least


def _densified(least: Sequence[int | None]) -> list[int]:
    """Let an empty bin borrow of the next that is not (Shrivastava and Li 2014)."""
    return [
        next((least[(at + step) % BINS] or 0) + step for step in range(BINS) if least[(at + step) % BINS] is not None)
        for at in range(BINS)
    ]


def _key(number: int, band: Sequence[int]) -> int:
    digest = hashlib.blake2b(struct.pack(f">B{ROWS}Q", number, *band), digest_size=8).digest()
    return int.from_bytes(digest, "big")
