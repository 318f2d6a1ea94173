#!/bin/sh
# Prints the path of uv, which is installed into .cache/uv the first time.
set -eu
cd "$(dirname "$0")/.."
home=$PWD/.cache/uv
[ -x "$home/bin/uv" ] || { "${PYTHON:-python3}" -m venv "$home" && "$home/bin/python" -m pip install -qq uv; } >&2
echo "$home/bin/uv"
