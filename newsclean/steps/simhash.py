"""A fingerprint that near copies share: the simhash of a text, 64 bits.

The method is Charikar's ("Similarity estimation techniques from rounding algorithms", STOC 2002) as Manku, Jain and
Das Sarma use it for pages ("Detecting near-duplicates for web crawling", WWW 2007): every feature is hashed, and each
bit of the fingerprint says whether more features have it set than not. Two texts are near copies if few bits differ,
3 of 64 in that paper. Features are runs of eight letters and digits, so that it works in every script; they are mixed
by the finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). The kept libraries hash feature by feature in
Python, which would cost more than all fields together.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

RUN = 8
"""Letters of a feature: long enough that hardly any feature is shared by chance."""
SAMPLE = 4
"""One feature in so many is used, chosen by its own bits, so that near copies use the same."""
MIN_SAMPLED = 64
"""Features from which a sample stands for all of them."""
MAX_CHARS = 100_000
_FIRST, _SECOND, _STEP = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0x9E3779B97F4A7C15


def simhash64(text: str) -> str | None:
    """Return the simhash of a text as 16 hexadecimal digits; None for a text without a letter, or without numpy.

    Args:
        text: NFC; its first 100,000 characters are read, in lower case and without what is no letter or digit.
    """
    try:
        import numpy as np
    except ImportError:
        return None
    codes = np.frombuffer(text[:MAX_CHARS].casefold().encode("utf-32-le", "replace"), dtype="<u4")
    codes = codes[letters()[np.minimum(codes, 0xFFFF)]].astype(np.uint64)
    if not len(codes):
        return None
    bits = np.unpackbits(features(codes).astype("<u8").view(np.uint8).reshape(-1, 8), axis=1, bitorder="little")
    counts = np.ones(len(bits), dtype=np.float32) @ bits.astype(np.float32)  # whole numbers below 2**24: exact
    return f"{sum(1 << int(i) for i in np.flatnonzero(counts * 2 > len(bits))):016x}"


def features(codes: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return the hashes of the runs of letters; a sample of them, if there are many."""
    import numpy as np

    count = max(1, len(codes) - RUN + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for i in range(min(RUN, len(codes))):
        runs = runs * np.uint64(_STEP) + codes[i : i + count]  # unsigned: wraps around, as it should
    chosen = runs[(runs >> np.uint64(40)) % np.uint64(SAMPLE) == 0]
    runs = chosen if len(chosen) >= MIN_SAMPLED else runs
    runs = (runs ^ (runs >> np.uint64(30))) * np.uint64(_FIRST)
    runs = (runs ^ (runs >> np.uint64(27))) * np.uint64(_SECOND)
    return runs ^ (runs >> np.uint64(31))


@cache
def letters() -> np.ndarray[Any, Any]:
    """Return which of the first 65,536 characters are letters or digits; the last stands for all beyond."""
    import numpy as np

    table = np.fromiter((chr(code).isalnum() for code in range(0x10000)), dtype=bool, count=0x10000)
    table[0xFFFF] = True
    return table
