#!/bin/sh
# Finds Chromium for the browser tests, or installs it from the system's packages. Prints where it is.
#   CHROMIUM=/path/to/chrome chooses one. Under CI=true it is an error when there is none; else the tests say they are skipped.
#   scripts/chromium.sh --find    only looks
set -eu

find_chromium() {
    for name in ${CHROMIUM:-} chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        command -v "$name" 2>/dev/null && return 0
    done
    return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo -n "$@"; else return 1; fi
}

find_chromium && exit 0
[ "${1:-}" != --find ] || exit 1
if command -v apt-get >/dev/null 2>&1; then
    echo "Chromium is missing; installing it from the system's packages ..." >&2
    {
        as_root apt-get update -q
        DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -q --no-install-recommends chromium
    } >&2 </dev/null || true
fi
find_chromium && exit 0
if [ -n "${CI:-}" ]; then
    echo "Chromium is missing and could not be installed, so the browser tests cannot run." >&2
    exit 1
fi
echo "Chromium is missing and could not be installed: the browser tests are skipped (CHROMIUM=/path/to/chrome chooses one)." >&2
