#!/usr/bin/env bash
# Make .venv if there is none and install the locks named after it, unless exactly they are installed already.
#   deploy/install.sh requirements.txt
set -euo pipefail
cd "$(dirname "$0")/.."
venv=${VENV:-.venv}
python=${PYTHON:-python3}
stamp=$venv/installed-locks

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

usable() { "$venv/bin/python" -c 'import pip' 2>/dev/null; }

make_venv() {
    command -v "$python" >/dev/null || stop "没有找到 Python。请先安装：sudo apt-get install python3 python3-venv"
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "需要 Python 3.11 以上，这里是 $("$python" --version)。可以指定另一个：make run PYTHON=python3.12"
    "$python" -c 'import venv, ensurepip' 2>/dev/null ||
        stop "缺少 Python 的 venv 模块。请先安装：sudo apt-get install python3-venv"
    say "建立 Python 环境（$venv）……"
    "$python" -m venv --clear "$venv"
}

install() {
    say "安装所需的程序包（第一次要下载一百多兆，一两分钟）……"
    if command -v uv >/dev/null; then
        uv pip install --quiet --python "$venv/bin/python" --require-hashes -r "$1"
    else
        "$venv/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r "$1"
    fi || stop "没有装成，原因在上面；多半是网络断了。再执行一次就接着装。"
}

usable || make_venv
lock=$1
included=()
[ "$lock" = requirements.txt ] || included=(requirements.txt)  # every other lock holds it too
sum=$(sha256sum "$lock")
grep -qxF "$sum" "$stamp" 2>/dev/null && exit 0
install "$lock"
sha256sum "$lock" "${included[@]}" >"$stamp"
