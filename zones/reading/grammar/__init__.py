"""The area grammar: from words to an area tree. See `docs/reading.md` for the phrases it knows.

::

    parsed                          what a phrase comes to
    type_words, descriptive         "province"; "the coastal", "the country's northeastern", which cut nothing off
    company                         whether a town lies near the others of a list
    unit_names, sectors, owned      "the districts of Azaz and Al Bab", "northern Homs", "Hama's countryside"
    border_names, ends              "the Jordanian border"; "between A and B", "from A to the Iraqi border"
    borders, discs, sides, routes   strips along borders, "within 20 km of", "east of the Euphrates", "along the M4"
    country_parts                   "the country's south"
    limits                          "areas held by rebels": kept in words
    adjoining, rest                 "adjoining districts of Hama", "the rest of Idlib province"
    outskirts                       "the suburbs of Damascus", "areas near Homs": kept in words
    items                           any one of these
    area_units                      the units that areas name
    announcements                   "several provinces, among them"
    listing, lists                  several of them, what is taken out, what is not understood
    remarks, specifics              what is said of one in passing, and what narrows it down
    exceptions                      what a list takes out again

Each reader takes a `Scan` and a position in it and returns what it read and the position after it, or None.
"""

from zones.reading.grammar.area_units import all_units
from zones.reading.grammar.border_names import border_reference
from zones.reading.grammar.items import item
from zones.reading.grammar.limits import limit_at
from zones.reading.grammar.lists import Listing, listing
from zones.reading.grammar.parsed import Parsed, as_part, in_words
from zones.reading.grammar.rest import settled
from zones.reading.grammar.routes import OpenRoute, bounded, corridor_container, road_container
from zones.reading.grammar.unit_names import opens_strange, strange_name

__all__ = [
    "Listing",
    "OpenRoute",
    "Parsed",
    "all_units",
    "as_part",
    "border_reference",
    "bounded",
    "corridor_container",
    "in_words",
    "item",
    "limit_at",
    "listing",
    "opens_strange",
    "road_container",
    "settled",
    "strange_name",
]
