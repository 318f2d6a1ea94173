#!/bin/sh
# Prints the path of GDAL's ogrinfo: $OGRINFO, one that is installed, or Debian's, installed now.
set -eu
find_ogrinfo() { command -v "${OGRINFO:-ogrinfo}"; }

find_ogrinfo && exit 0
if [ -n "${OGRINFO:-}" ]; then
    echo "make: OGRINFO=$OGRINFO is no program; name GDAL's ogrinfo, or unset it" >&2
    exit 1
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "make: installing GDAL's programs" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gdal-bin; } >&2 &&
        find_ogrinfo && exit 0
fi
echo "make: GDAL's ogrinfo is not here: install it (Debian: sudo apt-get install gdal-bin), or say OGRINFO=/path/to/ogrinfo" >&2
exit 1
