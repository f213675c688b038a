# Two commands: `make demo` builds a dataset from the examples, `make test` runs all that CI runs.
PYTHON ?= python3
BIN := .venv/bin
DEMO := build/demo.duckdb
REPORTS ?=

.PHONY: demo test bench lock docs format clean

.venv/installed: requirements/dev.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: .venv/installed
	mkdir -p build
	rm -f $(DEMO)
	$(BIN)/affray build examples/reports --into $(DEMO)
	$(BIN)/affray query $(DEMO) "from incidents select date_start, country, place, sub_event_type, killed_low as low, killed, killed_high as high, report_count as reports order by all"
	$(BIN)/affray check $(DEMO)

test: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench: .venv/installed
	$(BIN)/python -m tests.bench $(REPORTS)

# Rewrites every generated part of the documentation; a test fails when one is stale.
docs: .venv/installed
	$(BIN)/python -m events.document

format: .venv/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Pins by hash, names no index address.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements/runtime.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --constraint requirements/runtime.lock --output-file requirements/dev.lock

clean:
	rm -rf .venv build dist
