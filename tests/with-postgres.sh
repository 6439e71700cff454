#!/usr/bin/env bash
# Run a command with DATABASE_URL naming a private, throw-away PostgreSQL, and end the server whatever happens.
#   tests/with-postgres.sh .venv/bin/python -m pytest
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || true)")
if [ ! -x "$bin/initdb" ]; then
    echo "找不到 PostgreSQL，请先安装：sudo apt-get install postgresql" >&2
    exit 1
fi

# PostgreSQL refuses to run as root; Debian's package brings a user of its own for it.
as_owner=()
[ "$(id -u)" -ne 0 ] || as_owner=(runuser -u postgres --)

folder=$(mktemp -d "${TMPDIR:-/tmp}/jianghao-pg.XXXXXX")
finish() {
    "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

[ "$(id -u)" -ne 0 ] || chown postgres "$folder"
cd "$folder"
"${as_owner[@]}" "$bin/initdb" -D data -U jianghao -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder.log" 2>&1 ||
    { cat "$folder.log" >&2; exit 1; }
rm -f "$folder.log"
# Only a socket in the private folder; durability is off because nothing here is kept.
"${as_owner[@]}" "$bin/pg_ctl" -D data -l server.log -w -t 60 start >/dev/null -o \
    "-c listen_addresses='' -k $folder -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off -c max_connections=200" ||
    { cat server.log >&2; exit 1; }
cd "$OLDPWD"

export DATABASE_URL="postgres://jianghao@/$folder/postgres"
"$@"
