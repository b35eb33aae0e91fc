#!/bin/sh
# Makes .venv with the pinned packages. Quick when nothing has changed: the stamp holds the fingerprint of what was installed.
#   scripts/setup.sh              PYTHON=/path/to/python chooses another interpreter
set -eu
cd "$(dirname "$0")/.."
venv=.venv
stamp=$venv/.installed

say() { printf '%s\n' "$*" >&2; }

# As root as it is; otherwise through sudo, but never by asking for a password.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo -n "$@"; else return 1; fi
}

# A name on the path may be a shim that fails, so each candidate has to run.
find_python() {
    for name in ${PYTHON:-} python3.11 python3.12 python3.13 python3.14 python3 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            "$name" -c 'import sys; print(sys.executable)'
            return 0
        fi
    done
    say "Python 3.11 or newer was not found. Install it, or say where it is: make run PYTHON=/path/to/python3"
    return 1
}

# Debian and Ubuntu ship Python without the part that makes environments.
ensure_venv_module() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 && return 0
    package="python$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    if command -v apt-get >/dev/null 2>&1; then
        say "This Python cannot make environments; installing $package from the system's packages ..."
        { as_root apt-get update -q; as_root apt-get install -y -q --no-install-recommends "$package"; } >&2 </dev/null || true
    fi
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 && return 0
    say "This Python cannot make environments. Install its venv module (Debian, Ubuntu: sudo apt-get install $package) and try again."
    return 1
}

fingerprint() { "$1" -c 'import hashlib, sys; print(hashlib.sha256(b"".join(open(f, "rb").read() for f in sys.argv[1:])).hexdigest())' requirements.txt constraints.txt; }

if ! "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    python=$(find_python)
    ensure_venv_module "$python"
    say "Making $venv with $("$python" --version) ..."
    "$python" -m venv --clear "$venv"
fi

wanted=$(fingerprint "$venv/bin/python")
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
    say "Installing the pinned packages (a few minutes the first time) ..."
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input \
        -r requirements.txt -c constraints.txt </dev/null >&2
    printf '%s\n' "$wanted" >"$stamp"
fi
