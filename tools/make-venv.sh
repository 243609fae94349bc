#!/bin/sh
# Make the virtualenv $1 with the first Python of 3.11 or later: $PYTHON, or what PATH has.
set -eu
venv=$1

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

if new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi
for python in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
    if ! new_enough "$python"; then
        continue
    fi
    echo "Making $venv with $("$python" --version)"
    if "$python" -m venv --clear "$venv" >"$venv.log" 2>&1; then
        rm -f "$venv.log"
        exit 0
    fi
    cat "$venv.log" >&2
    rm -rf "$venv" "$venv.log"
    echo "$python could not make a virtualenv. On Debian or Ubuntu: apt-get install python3-venv" >&2
    exit 1
done
echo "study-findings needs Python 3.11 or later, and found none. Install it, or name it: make PYTHON=/path/to/python3.11" >&2
exit 1
