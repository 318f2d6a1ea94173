"""Whatever list tells what a zone covers: each place named is in the zone or told in words, and no other is in."""

from __future__ import annotations

from itertools import chain

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.zones.reading.claims import mentions_of
from zones.areas import Leaf, Limit, leaves
from zones.reading.definitions import definitions
from zones.reading.measures import leaves_of, units_in
from zones.reading.mentions import Mentions

UNKNOWN = ""  # the code of a name that no gazetteer here has
GHOUTA = {"Eastern Ghouta": "SY03"}
KNOWN = {  # each item of a list, with the places in it and where they lie; what only says where those are is left out
    "Rastan": {"Rastan": "SY0404"},
    "Saraqib": {"Saraqib": "SY07"},
    "the town of Khan Sheikhoun": {"Khan Sheikhoun": "SY07"},
    "Masyaf district": {"Masyaf": "SY0504"},
    "Idlib province": {"Idlib": "SY07"},
    "northern Homs": {"Homs": "SY04"},
    "parts of Hama": {"Hama": "SY05"},
    "some parts of Latakia province": {"Latakia": "SY06"},
    "the suburbs of Damascus (Eastern Ghouta)": GHOUTA,
    "the outskirts of Damascus (in Eastern Ghouta)": GHOUTA,
    "the Damascus suburbs – Eastern Ghouta –": GHOUTA,
    "Eastern Ghouta (near Damascus)": GHOUTA,
    "Eastern Ghouta, a suburb of Damascus,": GHOUTA,
    "areas near Homs (Rastan and Talbiseh)": {"Rastan": "SY040400", "Talbiseh": "SY040401"},
    "parts of Hama (Masyaf and Salamiyah)": {"Masyaf": "SY0504", "Salamiyah": "SY0503"},
    "Rastan (Homs province)": {"Rastan": "SY0404"},
    "Saraqib, a town in Idlib province,": {"Saraqib": "SY07"},
    "Harasta and Douma in Eastern Ghouta": {"Harasta": "SY0302", "Douma": "SY0302"},
    "the Idlib towns of Saraqib and Ariha": {"Saraqib": "SY07", "Ariha": "SY07"},
    "Idlib province, including Binnish,": {"Idlib": "SY07", "Binnish": "SY07"},
    "Daraa province, except Nawa,": {"Daraa": "SY12", "Nawa": "SY12"},
    "Idlib province (in green)": {"Idlib": "SY07"},
    "Idlib province, which borders Turkey,": {"Idlib": "SY07"},
    "Rastan (pictured)": {"Rastan": "SY0404"},
}
TOLD = {
    "areas near Palmyra": {"Palmyra": "SY0405"},
    "the outskirts of Aleppo": {"Aleppo": "SY02"},
    "Qaryat Zubda": {"Qaryat Zubda": UNKNOWN},
    "the town of Tell Fulan": {"Tell Fulan": UNKNOWN},
    "the village of Marj Fulan in Hama province": {"Marj Fulan": UNKNOWN},
    "Wadi Fulan (near Homs)": {"Wadi Fulan": UNKNOWN},
    "the countryside around Bir Zubda": {"Bir Zubda": UNKNOWN},
    "the provinces of Hama, Latakia and Zubdan": {"Hama": "SY05", "Latakia": "SY06", "Zubdan": UNKNOWN},
}
ITEMS = {**KNOWN, **TOLD}
FRAMES = [
    "The zone covers {}.",
    "The first zone lies in {}.",
    "The sides set up a safe zone in {}, officials said.",
]


def sentence(frame: str, items: list[str]) -> str:
    """Put items into a sentence; an item that ends in a comma has it once."""
    marked = [item if item.endswith(",") else f"{item}," for item in items[:-2]]
    return frame.format(" ".join([*marked, " and ".join(items[-2:])]).rstrip(",")).replace(",,", ",")


@settings(max_examples=80, derandomize=True)
@given(
    st.sampled_from(FRAMES),
    st.sampled_from(sorted(KNOWN)),
    st.lists(st.sampled_from(sorted(ITEMS)), max_size=3, unique=True),
)
@example(FRAMES[0], "Idlib province", ["the outskirts of Damascus (in Eastern Ghouta)", "northern Homs"])
@example(FRAMES[2], "parts of Hama", ["the town of Tell Fulan", "the suburbs of Damascus (Eastern Ghouta)"])
@example(FRAMES[2], "northern Homs", ["the outskirts of Aleppo", "the Damascus suburbs – Eastern Ghouta –"])
def test_each_place_named_is_covered_or_told(frame: str, first: str, others: list[str]) -> None:
    items = [first, *(other for other in others if other != first)]
    text = sentence(frame, items)
    found = [area for one in mentions_of(text) for area in _leaves(one)]
    told = [leaf.text for leaf in found if isinstance(leaf, Limit)]
    covered = units_in(found)
    named = list(chain.from_iterable(ITEMS[item].items() for item in items))
    for name, home in named:
        inside = home and any(code.startswith(home) or home.startswith(code) for code in covered)
        assert inside or any(name in words for words in told), f"{name} is lost of {text!r}: {found}"
    homes = tuple(home for _, home in named if home)
    assert all(code.startswith(homes) or any(h.startswith(code) for h in homes) for code in covered), text


def _leaves(one: Mentions) -> list[Leaf]:
    listed = [definition.listing for definition in definitions(one)]
    return [
        *(leaf for listing in listed for leaf in leaves_of(listing)),
        *(leaf for listing in listed for area in listing.minus for leaf in leaves(area)),
    ]
