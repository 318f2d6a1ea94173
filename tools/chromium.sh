#!/bin/sh
# Prints the path of a Chromium for the browser tests: $CHROMIUM, one that is installed, or Debian's, installed now.
set -eu
mac="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

find_chromium() {
    if [ -n "${CHROMIUM:-}" ]; then
        command -v "$CHROMIUM"
        return
    fi
    for name in chromium chromium-browser google-chrome google-chrome-stable "$mac"; do
        command -v "$name" && return
    done
    return 1
}

find_chromium && exit 0
if [ -n "${CHROMIUM:-}" ]; then
    echo "make: CHROMIUM=$CHROMIUM is no program; name a Chromium or Chrome, or unset it" >&2
    exit 1
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "make: installing Chromium for the browser tests" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core; } >&2 &&
        find_chromium && exit 0
fi
echo "make: the browser tests need Chromium: install it (Debian: sudo apt-get install chromium), or say CHROMIUM=/path/to/chrome; make quick does without" >&2
exit 1
