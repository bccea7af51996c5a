# Everything a newcomer needs; `make` alone tells what there is.
# Wanted on the machine: Python 3.11 or later, git, make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Material's notice about another product frightens teachers.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help setup site serve test fast check format fuzz bench growth watching sending lock clean

help:  ## What can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## A .venv with all that is needed
	@echo "Ready: $$($(BIN)/python --version) in $(VENV)"

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed; say which: make setup PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || { echo "Making $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@echo "Installing what requirements.lock pins, every file checked against its hash"
	@$(BIN)/python -m pip install -qq --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q builder
	@touch $@

site: $(READY)  ## The demo school's site, in site/
	@$(BIN)/outreach build
	@echo "Open $(CURDIR)/site/index.html"

serve: $(READY)  ## Preview of the demo school, drafts included, reloading by itself
	@$(BIN)/outreach serve

test: $(READY)  ## Every test that can run on this machine
	@$(BIN)/pytest --numprocesses auto --dist loadgroup

fast: $(READY)  ## The tests that take seconds
	@$(BIN)/pytest -m "not slow and not browser and not engine"

check: $(READY)  ## Format, lint, types, layers
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: $(READY)  ## Put the code in order
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

# Atheris stands beside the lock: no test needs it, and Linux alone has it.
fuzz: $(READY)  ## Bytes that make a reader fail, looked for a minute each; make fuzz FUZZ="--seconds 9 post"
	@test -d .cache/fuzz/packages || $(BIN)/python -m pip install --quiet --no-deps --target .cache/fuzz/packages atheris==3.0.0
	@PYTHONPATH=.cache/fuzz/packages nice -n 19 $(BIN)/python -m tests.fuzz.run $(FUZZ)

# Every table is printed, whichever goal is missed.
bench: $(READY)  ## Speed and memory beside Hugo and others, and of reports; an hour
	@$(BIN)/python benchmarks/run.py; compared=$$?; \
		$(BIN)/python benchmarks/reports.py && exit $$compared

growth: $(READY)  ## Time and memory from 1,000 to 30,000 posts; an hour
	@$(BIN)/python benchmarks/growth.py

watching: $(READY)  ## Time from a save to the new text on the preview's open page; wants Chromium
	@$(BIN)/python benchmarks/preview.py

sending: $(READY)  ## Speed of a publication over SFTP beside OpenSSH's own program
	@$(BIN)/python benchmarks/publish.py

# Addresses are left out, so that the lock serves whatever mirror pip is set up for.
lock:  ## Pin the newest releases in requirements.lock
	@test -x .cache/lock/bin/uv || { $(PYTHON) -m venv .cache/lock && .cache/lock/bin/python -m pip install --quiet uv; }
	@.cache/lock/bin/uv pip compile --quiet --universal --upgrade --python-version 3.11 \
		--group dev --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --output-file requirements.lock pyproject.toml

clean:  ## Remove what was made; the .venv stays
	@rm -rf build dist site .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find builder tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
