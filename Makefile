# The few commands of this project. `make` alone lists them.
# Needed: python3 of 3.11 or later with its venv module, and make.

PYTHON ?= python3
EVALS ?= ../shared/evals
WORKERS ?= auto

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
# Wheels alone: to build from source would fetch build tools that no lock names.
INSTALL := $(PIP) install --only-binary :all: --require-hashes --requirement
# uv writes the locks; --universal makes one file serve every system and Python.
LOCK := uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

.DEFAULT_GOAL := help
.PHONY: help setup site test engines check format gate lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

setup: .venv/.test-stamp ## install the program and what its tests need into .venv

site: .venv/.site-stamp ## build site/ from the documents in seeds/
	@$(BIN)/briefing build $(ARGS)
	@echo "The site is in $(CURDIR)/site. To read it: $(BIN)/briefing serve"
	@echo "and open http://127.0.0.1:8000 (it builds again whenever a document changes)."

test: .venv/.test-stamp ## run every test, then the checks
	@chromium=$$(.ci/chromium.sh) && CHROMIUM="$$chromium" $(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup
	@$(MAKE) --no-print-directory check

# Apart from `test`, since it installs ProperDocs and Zensical, each into .cache/engines.
engines: .venv/.test-stamp ## build the same pages with MkDocs, ProperDocs and Zensical
	@$(BIN)/python -m pytest tests/engines/check_engines.py $(ARGS)

check: .venv/.test-stamp ## lint, formatting and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/.test-stamp ## put the code into its format
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

gate: .venv/.site-stamp ## hold the measured figures against tests/quality/floors.json
	@$(BIN)/python tests/quality/gate.py --evals $(EVALS) --briefing $(BIN)/briefing $(ARGS)

# The run lock also holds what builds the project itself, so that it installs without a network.
lock: ## write every lock anew (needs uv)
	printf 'hatchling\neditables\n' | $(LOCK) pyproject.toml - --extra pdf --output-file requirements.lock
	printf 'hatchling\neditables\n' | $(LOCK) pyproject.toml - --constraints requirements.lock \
		--extra test --extra pdf --extra search --output-file requirements-test.lock
	printf 'hatchling\neditables\nproperdocs==1.6.*\n' | $(LOCK) pyproject.toml - --constraints requirements.lock \
		--extra pdf --output-file tests/engines/properdocs.lock
	printf 'zensical==0.0.73\n' | $(LOCK) - --constraints requirements.lock \
		--output-file tests/engines/zensical.lock

clean: ## remove the site and the caches, but not .venv
	rm -rf site pdf .site.briefings-new dist .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf docs/.briefings-manifest.json docs/index.md
	rm -rf docs/briefings docs/sources docs/people docs/claims docs/quotations docs/figures docs/data

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1)." \
		"Name another one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing; on Debian and Ubuntu: apt-get install python3-venv" >&2; \
		exit 1; }
	@echo "Making .venv ..."
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/.site-stamp: .venv/.made requirements.lock pyproject.toml
	@echo "Installing the packages of requirements.lock ..."
	@$(INSTALL) requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test-stamp: .venv/.site-stamp requirements-test.lock
	@echo "Installing the packages of requirements-test.lock ..."
	@$(INSTALL) requirements-test.lock
	@touch $@
