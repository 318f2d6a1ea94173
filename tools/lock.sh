#!/bin/sh
# Writes requirements/*.txt anew: for each environment the exact versions with the hashes of all their files, for
# every platform and Python from 3.11 on. Run it after any change of the dependencies in pyproject.toml (make lock).
set -eu
cd "$(dirname "$0")/.."
uv=$(sh tools/uv.sh)
before=
for kind in map test bench; do
    # shellcheck disable=SC2046,SC2086  # words, wanted as such
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
        --custom-compile-command "make lock" $("${PYTHON:-python3}" tools/extras.py "$kind" --uv) $before \
        pyproject.toml requirements/build.in --output-file "requirements/$kind.txt" "$@"
    before="--constraint requirements/map.txt"
done
"$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-deps \
    --custom-compile-command "make lock" requirements/alone.in --output-file requirements/alone.txt "$@"
