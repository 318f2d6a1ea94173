#!/bin/sh
# Builds the source archive and the wheel into dist/, then works from the archive alone: unpacked elsewhere, with an
# environment of its own, it makes the map and passes the quick tests (make dist).
set -eu
cd "$(dirname "$0")/.."
sh tools/environment.sh test
rm -rf dist
.venv/bin/python -m hatchling build -d dist >&2
elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
tar -xzf dist/*.tar.gz -C "$elsewhere"
cd "$elsewhere"/*
make map
make quick
