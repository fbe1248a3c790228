#!/bin/sh
# Makes var/venv and installs one of the two locked sets into it: install.sh run|dev
# Does nothing when that set is there already. Run from the project's folder, by the Makefile.
set -eu

wanted=$1
venv=var/venv
lock=requirements/$wanted.txt
log=var/install.log

say() { printf '%s\n' "$*"; }
stop() { printf 'Stopped: %s\n' "$1" >&2; exit 1; }

recent_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# Sets `python` to the first of the names that is 3.11 or newer and can make environments.
choose_python() {
    python='' bare=''
    for name in "$@"; do
        recent_enough "$name" || continue
        if "$name" -c 'import ensurepip, venv' 2>/dev/null; then
            python=$name
            return
        fi
        bare=${bare:-$name}
    done
    [ -z "$bare" ] || stop "$bare cannot make virtual environments: its modules venv and ensurepip \
are missing. On Debian and Ubuntu: apt-get install python3-venv"
    stop "Python 3.11 or newer is needed and $* is not it. Install one, or name it: \
make demo PYTHON=/path/to/python3.12"
}

make_environment() {
    if [ -n "${PYTHON:-}" ]; then
        choose_python "$PYTHON"
    else
        choose_python python3.13 python3.12 python3.11 python3
    fi
    say "Making $venv with $("$python" --version) ..."
    "$python" -m venv --clear "$venv" || stop "$python could not make $venv (its words are above)."
}

same_version() {
    [ "$("$1" -c 'import sys; print(sys.version_info[:2])' 2>&1)" = \
      "$("$2" -c 'import sys; print(sys.version_info[:2])' 2>&1)" ]
}

mkdir -p var 2>/dev/null && [ -w var ] || stop "the folder var/ cannot be written to by $(id -un)."
[ -r "$lock" ] || stop "$lock is missing."

# An environment outlives its Python, an interrupted start, a wish for another Python.
if ! recent_enough "$venv/bin/python" || ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    make_environment
elif [ -n "${PYTHON:-}" ] && ! same_version "$PYTHON" "$venv/bin/python"; then
    make_environment
fi
[ -w "$venv" ] || [ -f "$venv/$wanted.txt" ] || stop "$venv belongs to another user than $(id -un)."

# The stamp is a copy of the lock. The set for developing contains the one for running.
cmp -s "$lock" "$venv/$wanted.txt" && exit 0
if [ "$wanted" = run ] && cmp -s "$lock" "$venv/run-in-dev.txt"; then
    exit 0
fi

say "Installing $(grep -c '^[A-Za-z0-9].*==' "$lock") packages of $lock, each checked by its hash ..."
rm -f "$venv/installed"
{
    "$venv/bin/python" -u -m pip install --disable-pip-version-check --no-input --progress-bar off \
        --require-hashes --only-binary :all: -r "$lock" 2>&1 && : >"$venv/installed"
} | tee "$log" | awk '
    /^Collecting/ { sub(/ [(]from .*/, ""); printf "  %2d  %s\n", ++n, $NF; fflush() }
    /^Installing collected/ { print "  Unpacking them (up to a minute) ..."; fflush() }
'
if [ ! -f "$venv/installed" ]; then
    tail -n 8 "$log" >&2
    stop "pip could not install $lock (its last words are above, all of them in $log). It needs to \
reach a package index once: is there a network?"
fi
rm -f "$venv/installed"
[ "$wanted" = run ] || cp requirements/run.txt "$venv/run-in-dev.txt"
cp "$lock" "$venv/$wanted.txt"
say "Done: $venv"
