# Everything runs in .venv, made from the locks alone: `make demo`, `make test`, `make lint`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint docs lock clean quality quality-pin bench

# read the sample crisis into a ledger of its own, print it, and say what to try next
demo: .venv/ready
	@rm -f .venv/demo.sqlite .venv/demo.sqlite-wal .venv/demo.sqlite-shm
	@$(BIN)/recoupe demo --ledger .venv/demo.sqlite

test: .venv/ready-dev
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: .venv/ready-dev
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports

# docs/cli.md and docs/errors.md, from the code
docs: .venv/ready
	$(BIN)/python -m recoupe.cli.reference docs

# score every coded set and write docs/quality.md; SET="own" lists what is missed, false or wrong in a read set
quality: .venv/ready-dev
	@$(BIN)/python -m tests.quality $(if $(SET),--misses "$(SET)")

# raise the floors of the gate to today's scores; LOWER="reason" lowers them as well, on record
quality-pin: .venv/ready-dev
	@$(BIN)/python -m tests.quality --pin $(if $(LOWER),--lower "$(LOWER)")

# what costs what, as ratios; writes docs/performance.md
bench: .venv/ready-dev
	@$(BIN)/python -m bench

# set up again only when a lock or the package's own description changed
.venv/ready: requirements.lock pyproject.toml
	@echo "Setting up .venv (once) ..." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# newer releases: resolves pyproject.toml against the package index, and nothing of this machine
lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet pip-tools
	PYTHON=.venv-lock/bin/python sh tools/lock.sh
	rm -rf .venv-lock

clean:
	rm -rf .venv .venv-lock build dist src/*.egg-info
