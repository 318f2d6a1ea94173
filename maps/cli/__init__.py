"""
The command line ``zonemap``, a file for each command.

::

    group        main: the group, whose commands load when they are named, and its exit codes
    terminal     what is printed, so that no text steers the terminal
    failures     errors as one clear line on stderr
    stopping     signals that end a command in order
    sources      FILE... and --published, which most commands take
    paths        which files are read and which written, and that none is both
    outputs      -o FILE, written whole or not at all
    verbosity    --quiet and --verbose; progress: a bar for long work
    geography    --boundaries and --places
    map, export, figure, lookup, read, explain, area, label, compare, validate, fetching (data)      the commands
"""

from maps.cli.group import main

__all__ = ["main"]
