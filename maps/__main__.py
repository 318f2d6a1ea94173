"""``python -m maps``: the command line where ``zonemap`` is not on the path."""

from zonemap import main

if __name__ == "__main__":
    main()
