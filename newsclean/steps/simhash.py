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
"""Letters of a feature: long enough that hardly any feature is shared by chance. A power of two."""
SAMPLE = 4
"""One feature in so many is used, chosen by its own bits, so that near copies use the same. A power of two."""
MIN_SAMPLED = 64
"""Features from which a sample stands for all of them."""
MAX_CHARS = 100_000
_FIRST, _SECOND, _STEP = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_DROPPED, _OTHER = 0, 0xFFFF


def simhash64(text: str) -> str | None:
    """Return the simhash of a text as 16 hexadecimal digits; None for a text without a letter, or without numpy.

    Args:
        text: NFC; its first 100,000 characters are read, in lower case and without what is no letter or digit.
    """
    try:
        import numpy as np
    except ImportError:
        return None
    codes = letters_of(text[:MAX_CHARS])
    if not len(codes):
        return None
    hashes = features(codes).astype("<u8", copy=False)
    bits = np.unpackbits(hashes.view(np.uint8), bitorder="little").view(np.uint64).reshape(-1, 8)
    # a byte a bit: 255 rows are added up as eight 64-bit numbers before any of their bytes can run over
    sums = np.add.reduceat(bits, range(0, len(bits), 255), axis=0).view(np.uint8).reshape(-1, 64)
    counts = sums.sum(axis=0, dtype=np.int64)
    return np.packbits(counts * 2 > len(bits), bitorder="little")[::-1].tobytes().hex()


def letters_of(text: str) -> np.ndarray[Any, Any]:
    """Return the code points of the letters and digits of a text, case folded."""
    import numpy as np

    units = np.frombuffer(text.replace("ß", "ss").encode("utf-16-le", "replace"), dtype="<u2")
    codes: np.ndarray[Any, Any] = folded()[units]
    if len(codes) and codes.max() == _OTHER:
        codes = np.frombuffer(text.casefold().encode("utf-32-le", "replace"), dtype="<u4")
        return np.compress(folded()[np.minimum(codes, 0xFFFF)] != _DROPPED, codes)
    return np.compress(codes != _DROPPED, codes)


def features(codes: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return the hashes of the runs of letters; a sample of them, if there are many.

    The hash of a run is a polynomial in its letters: that of twice the letters is put together of two.
    """
    import numpy as np

    if len(codes) < RUN:
        runs = np.array([sum(int(code) * pow(_STEP, i) for i, code in enumerate(reversed(codes))) & _MASK], np.uint64)
        return finished(runs)
    runs, other, step, width = codes.astype(np.uint64), np.empty(len(codes), np.uint64), _STEP, 1
    while width < RUN:  # two pieces of memory for all steps: to ask for more costs more than to reckon
        twice = np.multiply(runs[:-width], np.uint64(step), out=other[: len(runs) - width])  # unsigned: wraps around
        twice += runs[width:]
        runs, other = twice, runs
        step, width = step * step & _MASK, 2 * width
    marks = np.right_shift(runs, np.uint64(40), out=other[: len(runs)])
    marks &= np.uint64(SAMPLE - 1)
    chosen = runs[marks == 0]
    return finished(chosen if len(chosen) >= MIN_SAMPLED else runs)


def finished(runs: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return hashes whose every bit depends on all bits given."""
    import numpy as np

    runs = (runs ^ (runs >> np.uint64(30))) * np.uint64(_FIRST)
    runs = (runs ^ (runs >> np.uint64(27))) * np.uint64(_SECOND)
    mixed: np.ndarray[Any, Any] = runs ^ (runs >> np.uint64(31))
    return mixed


@cache
def folded() -> np.ndarray[Any, Any]:
    """Return each of the first 65,536 characters case folded, and nothing for what is no letter or digit.

    Letters that become two and halves of characters beyond are marked: texts with one are folded as strings.
    """
    import numpy as np

    table = np.fromiter(map(_folded, map(chr, range(0x10000))), dtype=np.uint16, count=0x10000)
    table[0xD800:0xE000] = _OTHER
    table[0xFFFF] = _OTHER
    return table


def _folded(letter: str) -> int:
    low = letter.casefold()
    if len(low) > 1:
        return _OTHER
    return ord(low) if low.isalnum() else _DROPPED
