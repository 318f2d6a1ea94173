#!/bin/sh
# Runs the tests without a browser on every Python from 3.11 that is found here (make compat), with the pinned packages.
# It works in .cache/compat and leaves .venv alone. PYTHONS="/a/python /b/python" names the Pythons.
set -eu
cd "$(dirname "$0")/.."
uv=$(sh tools/uv.sh)
told=.cache/compat/told.txt
mkdir -p .cache/compat
: > "$told"
failed=

for python in ${PYTHONS:-python3.11 python3.12 python3.13 python3.14 python3.15 "$HOME"/.pyenv/versions/3.1[1-9].*/bin/python}; do
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    home=.cache/compat/$version
    grep -q "^$version " "$told" && continue
    echo "make: Python $version" >&2
    "$uv" venv --quiet --clear --python "$python" "$home"
    "$uv" pip install --quiet --python "$home/bin/python" --require-hashes --requirement requirements/test.txt
    "$uv" pip install --quiet --python "$home/bin/python" --no-deps --require-hashes --requirement requirements/alone.txt
    "$uv" pip install --quiet --python "$home/bin/python" --no-deps --no-build-isolation --editable .
    "$home/bin/python" -m pytest -n auto -q -m "not browser" "$@" > "$home/tests.txt" 2>&1 || failed=yes
    echo "$version $(tail -n 1 "$home/tests.txt")" | tee -a "$told"
done
[ -s "$told" ] || { echo "make: no Python from 3.11 on was found; name some: make compat PYTHONS=/path/to/python" >&2; exit 1; }
[ -z "$failed" ] || { echo "make: some tests failed; .cache/compat/VERSION/tests.txt says which" >&2; exit 1; }
