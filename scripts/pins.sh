#!/bin/sh
# Writes the full set of installed packages to constraints.txt, so that the next install is the same.
set -eu
cd "$(dirname "$0")/.."
{
    echo "# The whole set that the product is tested with: requirements.txt and all that it brings along."
    echo "# Written by \`make pins\`; never edited by hand."
    .venv/bin/python -m pip freeze 2>/dev/null | LC_ALL=C sort -f
} >constraints.txt
