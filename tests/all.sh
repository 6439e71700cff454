#!/usr/bin/env bash
# Lint, then the suite on SQLite and on PostgreSQL, then the browser tests once. The closing lines come last.
set -uo pipefail
cd "$(dirname "$0")/.."
python=${VENV:-.venv}/bin/python
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
status=0
closing=()

# part NAME COMMAND…: run it, keep its output's last line, remember a failure
part() {
    local name=$1 started=$SECONDS
    shift
    printf '\n— %s\n' "$name"
    "$@" 2>&1 | tee "$logs/part"
    local result=${PIPESTATUS[0]}
    [ "$result" -eq 0 ] || status=1
    closing+=("$name（$((SECONDS - started)) 秒）" "$(tail -n 1 "$logs/part")")
}

suite=("$python" -m pytest --ignore=tests/browser -n "${WORKERS:-2}")
part "规矩：make lint" make --no-print-directory lint
part "SQLite 上的测试" env -u DATABASE_URL "${suite[@]}"
part "PostgreSQL 上的测试" tests/with-postgres.sh "${suite[@]}"
[ ! -d tests/browser ] || part "浏览器里的测试" env -u DATABASE_URL "$python" -m pytest tests/browser

printf '\n'
printf '%s\n' "${closing[@]}"
exit "$status"
