# Every target that needs the virtual environment makes it first: a clone needs no other step.
SHELL := /bin/bash
PYTHON := .venv/bin/python
SYNCED := .venv/.synced
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup run demo test fuzz bench lint fmt types migrations schema browser lock

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(SYNCED) ## install everything into .venv (the other targets do so when needed)

$(SYNCED): requirements.lock .python-version .ci/setup
	@.ci/setup
	@touch $@

run: $(SYNCED) ## the console with the demo company: database, worker and web server
	@exec $(PYTHON) manage.py run $(ARGS)

demo: $(SYNCED) ## create the demo company (ARGS="--scale 100" for a big one)
	@$(PYTHON) manage.py migrate --verbosity 0
	@$(PYTHON) manage.py load_reference
	@$(PYTHON) manage.py demo $(ARGS)

test: $(SYNCED) ## the test suite (ARGS="-k name" for some of it)
	@$(PYTHON) -m pytest -n logical --maxprocesses 8 $(ARGS)

fuzz: $(SYNCED) ## all of access: every probe, and calls made up for every operation of the API (hours)
	@HALEKEEPER_PROBES=all HALEKEEPER_FUZZ=long $(PYTHON) -m pytest tests/access -n logical $(ARGS)

bench: $(SYNCED) ## speed against raw SQL (ARGS="search --rows 1000000" for some of it)
	@$(PYTHON) -m benchmarks $(ARGS)

lint: $(SYNCED) ## ruff, formatting, layers, dependencies
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/lint-imports
	@.venv/bin/deptry .

fmt: $(SYNCED) ## mend what ruff can mend
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

types: $(SYNCED) ## mypy
	@.venv/bin/mypy

migrations: $(SYNCED) ## write migrations for changed models
	@$(PYTHON) manage.py makemigrations $(ARGS)

schema: $(SYNCED) ## write docs/openapi.yaml
	@$(PYTHON) manage.py spectacular --file docs/openapi.yaml --validate $(ARGS)

browser: ## a Chromium for the tests in the browser (Debian, as root)
	@command -v chromium >/dev/null || \
	  { export DEBIAN_FRONTEND=noninteractive; apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }

lock: $(SYNCED) ## resolve requirements.lock anew from pyproject.toml
	@uv=$$(command -v uv || echo .venv-uv/bin/uv); \
	$$uv pip compile --quiet --universal --generate-hashes --no-header --group dev \
	  pyproject.toml -o requirements.lock
