#!/bin/sh
# Prints the path of a Python that has QGIS: $QGIS_PYTHON, one that is installed, or Debian's, installed now.
set -eu

find_python() {
    for name in ${QGIS_PYTHON:-/usr/bin/python3 python3}; do
        "$name" -c 'import qgis.core' 2>/dev/null && command -v "$name" && return
    done
    return 1
}

find_python && exit 0
if [ -z "${QGIS_PYTHON:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "make: installing QGIS, which takes two minutes" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-qgis; } >&2 &&
        find_python && exit 0
fi
echo "make: no Python here has QGIS; install it (Debian: sudo apt-get install python3-qgis), or say QGIS_PYTHON=/path/to/its/python3" >&2
exit 1
