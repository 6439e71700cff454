#!/usr/bin/env bash
# Lint, then the suite on SQLite and on PostgreSQL, then the browser tests once. The closing lines come last.
set -uo pipefail
cd "$(dirname "$0")/.."
python=${VENV:-.venv}/bin/python
TMPDIR=$(mktemp -d) # everything the tests leave behind goes with it
export TMPDIR
chmod 711 "$TMPDIR" # PostgreSQL runs as another user
trap 'rm -rf "$TMPDIR"' EXIT
status=0
closing=()

# part NAME COMMAND…: run it, keep its verdict and pytest's closing line, remember a failure
part() {
    local name=$1 started=$SECONDS verdict=通过
    shift
    printf '\n— %s\n' "$name"
    "$@" 2>&1 | tee "$TMPDIR/part"
    [ "${PIPESTATUS[0]}" -eq 0 ] || { status=1 verdict=没过; }
    closing+=("$name：$verdict（$((SECONDS - started)) 秒）")
    local last
    last=$(grep -E '^=+ .* in [0-9.]+s .*=+$' "$TMPDIR/part" | tail -n 1)
    [ -z "$last" ] || closing+=("$last")
}

suite=("$python" -m pytest --ignore=tests/browser)
part "规矩（make lint）" make --no-print-directory lint
part "SQLite 上的测试" env -u DATABASE_URL "${suite[@]}" -n "${WORKERS:-2}"
# One more than there are cores: each waits for the server a third of the time.
part "PostgreSQL 上的测试" tests/with-postgres.sh "${suite[@]}" -n "${WORKERS:-3}"
[ ! -d tests/browser ] || part "浏览器里的测试" env -u DATABASE_URL "$python" -m pytest tests/browser -n "${WORKERS:-2}" --dist loadfile

printf '\n'
printf '%s\n' "${closing[@]}"
exit "$status"
