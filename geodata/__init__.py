"""
Where things are: Syria's administrative units, their borders, and the places in them.

::

    data/            built files, each with its origin in sources.toml (python -m geodata.build)
    units            AdminUnits: codes, names, levels, shapes, neighbours, borders, seats
    names            fold and skeleton: one key for the many spellings of a name
    toponyms         Toponyms: a name to ranked candidates, and near spellings for a name unknown
    gazetteer        Gazetteer: the same as a geopy geocoder
    borders          which stretch of an outline borders which neighbour
    measure          lengths, areas and bearings on the ellipsoid

Positions are longitude, latitude in WGS 84 degrees. This package knows nothing of zones.
"""
