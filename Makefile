# 讲好：两条命令够用。make run 打开演示城市，make test 证明它没坏。
SHELL := /bin/bash
.DEFAULT_GOAL := help
VENV ?= .venv
PORT ?= 8000
PY := $(VENV)/bin/python
OUR_APPS = $(notdir $(patsubst %/migrations/,%,$(wildcard */migrations/ */*/migrations/)))
export VENV PYTHON

.PHONY: help run test lint format bench coverage lock install install-dev

help: ## 列出这些命令
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: install ## 打开演示城市：安装、更新、启动；换端口用 make run PORT=8001
	@$(PY) manage.py prepare --demo --port $(PORT)
	@BASE_URL=$${BASE_URL:-http://127.0.0.1:$(PORT)} exec $(PY) manage.py serve --port $(PORT)

test: install-dev ## 检查规矩，在 SQLite、PostgreSQL 和浏览器里测试
	@tests/system-packages.sh
	@$(PY) manage.py compile_text --settings cms.settings.test
	@tests/all.sh

lint: export DJANGO_SETTINGS_MODULE = tests.lint_settings
lint: export DATABASE_URL ?= sqlite://:memory:
lint: install-dev ## 只检查规矩：写法、模板、楼层、迁移
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/djhtml --check templates
	$(VENV)/bin/lint-imports --no-logo
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py lintmigrations --quiet ok ignore --ignore-name-contains _initial --include-apps $(OUR_APPS)
	@! git grep -nIE '[p]ypi\.org|[p]ythonhosted\.org|[r]egistry\.npmjs|[d]eb\.debian\.org|[s]ecurity\.debian\.org' -- . \
		|| { echo "上面这些行写了软件源的网址，请去掉。"; exit 1; }

format: install-dev ## 按规矩排好代码和模板
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .
	$(VENV)/bin/djhtml templates

bench: install-dev ## 量一量快慢（先要有 make run 装好的环境）
	@$(PY) -m bench

coverage: install-dev ## 在 SQLite 上测一遍，看哪些代码没有走到
	@$(PY) -m coverage run -m pytest --ignore=tests/browser -q
	@$(PY) -m coverage report

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-header --no-annotate --extra video pyproject.toml
lock: install ## 按 pyproject.toml 重新锁定程序包（需要 uv；要升级，加 UPGRADE=--upgrade）
	$(LOCK) $(UPGRADE) -o requirements.txt
	$(LOCK) $(UPGRADE) -c requirements.txt --group test --group lint -o requirements-dev.txt

install:
	@deploy/install.sh requirements.txt

install-dev:
	@deploy/install.sh requirements-dev.txt
