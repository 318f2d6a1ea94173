#!/bin/sh
# Lints the page's scripts and styles with the linter that package.json pins, where npm is at hand.
set -eu
cd "$(dirname "$0")/.."
if ! command -v npm >/dev/null; then
    echo "make: npm is not here, so the page's scripts and styles are NOT linted; the rest is tested" >&2
    exit 0
fi
stamp=node_modules/.$(cksum < package.json | tr ' ' '-')
[ -e "$stamp" ] || { npm install --silent --no-save >&2 && touch "$stamp"; }
npm run --silent check
