"""How fast lookups are, beside what else one might use: ``python -m bench``, or ``make bench``.

::

    world      the points and the polygons
    peers      each engine as a function that returns the unit of each point
    measure    rounds that run all engines in turn, so that a busy machine is unfair to none
    arrays     many points: by number of points, and by number of polygons
    scalar     one point at a time
    files      data frames, and files in bounded memory
    report     docs/performance.md and its charts, from bench/results.json

Not part of the distribution. It needs the peers: ``pip install -e .[bench]``.
"""
