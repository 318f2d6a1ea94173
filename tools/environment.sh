#!/bin/sh
# Makes .venv hold what requirements/KIND.txt pins, and this project itself; done at once if it does so already.
#
#     sh tools/environment.sh map|test|bench
#
# PYTHON=...  the Python to use (default: the first of 3.11 or newer that is found)
# PIN=no      the newest versions that pyproject.toml allows, where a pinned one does not exist for a platform
set -eu
cd "$(dirname "$0")/.."
kind=$1
python=.venv/bin/python

fail() {
    echo "make: $*" >&2
    exit 1
}

# What the environment should be: another pin, another folder or another choice of PIN makes another one.
wanted() {
    { pwd; echo "${PIN:-yes}"; cat pyproject.toml "requirements/$1.txt" requirements/alone.*; } | cksum
}

stands() {
    [ -x "$python" ] && [ "$(cat ".venv/.$1" 2>/dev/null)" = "$(wanted "$1")" ]
}

find_python() {
    for name in ${PYTHON:-python3 python python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    fail "no Python 3.11 or newer among: ${PYTHON:-python3 python python3.14 ... python3.11}; install one, or say PYTHON=/path/to/python3"
}

case $kind in
    map) stands map || stands test || stands bench || missing=yes ;;
    *) stands "$kind" || missing=yes ;;
esac
[ -n "${missing:-}" ] || exit 0

found=$(find_python)
if ! "$python" -c 'import pip' 2>/dev/null; then
    "$found" -m venv --clear .venv >&2 ||
        fail "$found cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv"
fi
echo "make: setting up .venv for $kind with $("$python" --version); this takes a minute or two" >&2
rm -f .venv/.map .venv/.test .venv/.bench
if [ "${PIN:-yes}" = no ]; then
    case $kind in
        map) extras= ;;
        *) extras=$("$python" tools/extras.py "$kind") ;;
    esac
    "$python" -m pip install -qq --upgrade -e ".$extras" ||
        fail "pip could not install the project; its message stands above"
    alone=alone.in
else
    "$python" -m pip install -qq --require-hashes --only-binary :all: -r "requirements/$kind.txt" ||
        fail "a pinned package could not be installed here; its name stands above. PIN=no takes the newest instead: make $kind PIN=no"
    "$python" -m pip install -qq --no-deps --no-build-isolation -e . ||
        fail "pip could not install the project itself; its message stands above"
    alone=alone.txt
fi
[ "$kind" = map ] || "$python" -m pip install -qq --no-deps -r "requirements/$alone" ||
    fail "pip could not install what requirements/$alone names; its message stands above"
wanted "$kind" > ".venv/.$kind"
