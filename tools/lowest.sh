#!/bin/sh
# Runs the quick tests with the lowest versions that pyproject.toml allows (make lowest), so that what it says is true.
# It works in .cache/lowest and leaves .venv alone. PYTHON=... chooses the Python, 3.11 by default.
set -eu
cd "$(dirname "$0")/.."
uv=$(sh tools/uv.sh)
home=.cache/lowest
"$uv" venv --quiet --clear --no-python-downloads --python "${PYTHON:-3.11}" "$home"
# shellcheck disable=SC2046  # words, wanted as such
"$uv" pip compile --quiet --no-annotate --resolution lowest-direct --python "$home/bin/python" \
    $("$home/bin/python" tools/extras.py test --uv) pyproject.toml requirements/build.in --output-file "$home/lowest.txt"
"$uv" pip install --quiet --python "$home/bin/python" --requirement "$home/lowest.txt"
"$uv" pip install --quiet --python "$home/bin/python" --no-deps --requirement requirements/alone.txt
"$uv" pip install --quiet --python "$home/bin/python" --no-deps --no-build-isolation --editable .
"$home/bin/python" -m pytest -n auto -q -m "not browser and not slow" -W default::DeprecationWarning "$@"
