"""Random strings that look like positions, and what must hold of each that is read as one.

The long run, each number another start::

    python -m tests.fuzz.position_strings 1000000 7
"""

from __future__ import annotations

import random
import re
import sys
import time

from geodata.position import Position, PositionError, parse_position, plain

PIECES = (
    "N", "S", "E", "W", "n", "s", "e", "w", "°", "º", "'", "′", "’", '"', "″", "''", ",", ", ", ";", "; ", " ", " ",
    " ", " ", ":", "-", "+", "−", "–", ".", "/", "(", ")", "[", "]", "{", "}", "d", "m", "sN", "deg", "min", "sec",
    "lat", "lon", "lat: ", "lon: ", "Latitude ", "Longitude ", "long", "north", "east", "south", "west", "=", "x",
    "\u200e", "\u200f", "\u00a0", "،", "٫", "٣", "٦", "۷", "35", "36", "37", "08", "12", "7", "0", "59", "60", "90",
    "180", "385", "36.17", "37.14", "35,86", "36,80", ".5", "garbage", "Hama", "UTM", "zone ", "37S", "37N ", "CA",
    "332795", "4004322", "POINT(", "geo:", "8G8V549R+", "GF", "u=",
)  # fmt: skip
ANGLES = (
    "{d}.{f}", "{d},{f}", "{d}", "{d} {m}", "{d}°{m}'", "{d} {m}.{f}", "{d}°{m}.{f}'", "{d} {m} {s}",
    "{d}°{m}'{s}\"", "{d}°{m}'{s}.{f}\"", "{d}:{m}:{s}", "{d}d{m}m{s}s",
)  # fmt: skip
_GROUPS = re.compile(r"\d+")
_MANY_DECIMALS = re.compile(r"[.,]\d{10}")


def random_string(rng: random.Random) -> str:
    """Return pieces put together, or two coordinates, as they are or with a piece put in or taken out."""
    if rng.random() < 0.4:
        return "".join(rng.choices(PIECES, k=rng.randint(2, 9)))
    first, second = random_angle(rng, 92) + rng.choice(("", "N", "S", " N")), random_angle(rng, 183)
    text = first + rng.choice((", ", " ", "; ", ",", "")) + second + rng.choice(("", "E", "W", " E"))
    if rng.random() < 0.7:
        at = rng.randrange(len(text))
        text = text[:at] + rng.choice(PIECES) + text[at + rng.randint(0, 2) :]
    return text


def random_angle(rng: random.Random, most: int) -> str:
    """Return a coordinate, its minutes and seconds now and then too large."""
    return rng.choice(ANGLES).format(
        d=rng.randint(0, most), m=rng.randint(0, 61), s=rng.randint(0, 61), f=rng.randint(0, 9999)
    )


def read(text: str) -> Position | None:
    """Return the position of a text, or None."""
    try:
        return parse_position(text)
    except PositionError:
        return None


def check_all_numbers_used(text: str) -> bool:
    """Check that a text that is read has each of its numbers in the position; tell whether it was read."""
    found = read(text)
    if found is None:
        return False
    there = _GROUPS.findall(plain(text))
    used = [group for number in found.numbers for group in _GROUPS.findall(number)]
    assert sorted(there) == sorted(used), (text, found)
    return True


def check_each_digit_matters(text: str, rng: random.Random) -> None:
    """Check that another digit in any one place gives another position, or none; past nine decimals none can."""
    found = read(text)
    if _MANY_DECIMALS.search(plain(text)):
        return
    for at, character in enumerate(text):
        if character.isdecimal():
            other = (
                text[:at] + rng.choice([d for d in "0123456789" if d != str(int(character))]) + text[at + 1 :]
            )
            changed = read(other)
            same = changed is not None and (changed.lat, changed.lon) == (found.lat, found.lon)  # type: ignore[union-attr]
            assert not same or changed.form != found.form, (text, other, found)  # type: ignore[union-attr]


def run(count: int, seed: int) -> tuple[int, int]:
    """Check so many strings, the digits of one read in ten; return how many and how many were read."""
    rng = random.Random(seed)
    taken = 0
    for _ in range(count):
        text = random_string(rng)
        if check_all_numbers_used(text):
            taken += 1
            if taken % 10 == 0:
                check_each_digit_matters(text, rng)
    return count, taken


if __name__ == "__main__":
    started = time.monotonic()
    tried, understood = run(int(sys.argv[1]), int(sys.argv[2]))
    print(f"{tried:,} strings, {understood:,} read as positions, {time.monotonic() - started:.0f} s")
