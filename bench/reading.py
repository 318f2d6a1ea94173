"""How fast ordinary news is read, whatever its length: ``python -m bench.reading``, some minutes.

With ``--unusual`` it reads texts that nobody writes instead, of 200 and 400 kB, in the forms of `tests/fuzz/forms.py`.

The news is made up: reports of a few paragraphs, of which one in eight speaks of forces and zones, as in a paper. No
sentence stands in it more than a few times. The short one is read often enough to be measured well.
"""

from __future__ import annotations

import argparse
import logging
import random
import resource
import tempfile
import time
from pathlib import Path

import zones

_log = logging.getLogger("bench.reading")
_SHORT = 50_000
_WHO = (
    "The committee",
    "A spokesman",
    "The mayor",
    "The ministry",
    "Farmers in the valley",
    "The company",
    "Officials",
)
_SAYS = ("said that", "told reporters that", "reported that", "wrote that", "confirmed that")
_WHAT = (
    "the harvest",
    "the road",
    "the school",
    "the price of bread",
    "the water works",
    "the budget",
    "the market",
)
_BECOMES = (
    "was late",
    "would be repaired",
    "needed help",
    "grew",
    "would open",
    "was discussed",
    "had fallen",
)
_WHEN = (
    "this year",
    "in spring",
    "before the summer",
    "after two weeks of rain",
    "for the first time",
    "again",
)
_ZONES = (
    "{nation} may send {number} observers to {place}, the minister said on Monday.",
    "The talks in Astana of May {number} dealt with the ceasefire in {place} province, diplomats from {nation} said.",
    "{number} soldiers of {nation} would watch the zone near {place}, according to the agency.",
)
_NATIONS = ("Oman", "Peru", "Kazakhstan", "Chad", "Jordan", "Norway")
_PLACES = ("Idlib", "Homs", "Hama", "Daraa", "Quneitra", "Aleppo")


def main() -> None:
    """Measure, and print what each text takes."""
    logging.basicConfig(format="%(message)s")
    _log.setLevel(logging.INFO)
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    parser.add_argument("--size", type=int, default=5_000_000, help="characters of the long text")
    parser.add_argument("--unusual", action="store_true", help="read texts that nobody writes")
    given = parser.parse_args()
    _seconds(news(2_000))  # the model is loaded once
    if given.unusual:
        _measure_unusual()
    else:
        _measure_news(given.size)
    _log.info("at most %d MiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def _measure_unusual() -> None:
    from tests.fuzz.forms import DENSE, REPEATED  # noqa: PLC0415 - the tests are not installed

    for name, form in {**DENSE, **REPEATED}.items():
        taken = [_seconds(form(size)) for size in (200_000, 400_000)]
        _log.info("%-26s 200 kB %5.2f s, 400 kB %5.2f s", name, *taken)


def _measure_news(size: int) -> None:
    short = min(_seconds(news(_SHORT)) for _ in range(5))
    long = _seconds(news(size))
    rates = short / _SHORT * 1e6, long / size * 1e6
    _log.info("%9s characters: %7.2f s, %.1f ms a thousand", f"{_SHORT:,}", short, rates[0])
    _log.info("%9s characters: %7.2f s, %.1f ms a thousand", f"{size:,}", long, rates[1])
    _log.info("the long one takes %.2f times as long for each", rates[1] / rates[0])


def news(size: int) -> str:
    """Return news of a length, the same each time."""
    draw = random.Random(7)  # noqa: S311 - nothing is kept secret  # nosec B311
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(_sentence(draw) + ("\n\n" if draw.random() < 1 / 3 else " "))
        length += len(pieces[-1])
    return "".join(pieces)[:size]


def _sentence(draw: random.Random) -> str:
    if draw.random() < 1 / 8:
        return draw.choice(_ZONES).format(
            nation=draw.choice(_NATIONS), place=draw.choice(_PLACES), number=draw.randrange(2, 3000)
        )
    words = (draw.choice(some) for some in (_WHO, _SAYS, _WHAT, _BECOMES, _WHEN))
    return f"{' '.join(words)}, and that {draw.choice(_WHAT)} cost {draw.randrange(10_000):,} pounds."


def _seconds(text: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "news.txt")
        path.write_text(text, encoding="utf-8")
        begun = time.process_time()
        zones.load(path)
        return time.process_time() - begun


if __name__ == "__main__":
    main()
