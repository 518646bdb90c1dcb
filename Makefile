# `make run` opens the dashboard; `make test` passes the tests. Both set up all they need.

PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/bash

.PHONY: run test soak check compiled browser docs sample benchmarks validators tau-argus clean

# The borough is made ready for later starts beside this one, which works out by itself what it shows.
run: compiled
	nice $(BIN)/python cli.py ready & trap "kill $$! 2> /dev/null || true" EXIT; $(BIN)/python -m streamlit run app.py

# The files come as they are named, so that the browser's and the killed publishers', the slowest, come first. Each test
# process pays for its own libraries, so there are as many as a laptop has cores.
test: .venv/ready-to-test browser check compiled
	$(BIN)/python cli.py ready
	$(BIN)/python -m pytest -n 2 --no-loadscope-reorder --durations=20

# The long tests, such as 200 kills of a process that publishes.
soak: .venv/ready-to-test
	$(BIN)/python -m pytest -m soak

check: .venv/ready-to-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright --pythonpath $(BIN)/python

# Every file that is read is read by a process of its own, which compiles anew whatever was not compiled before it.
compiled: .venv/ready
	$(BIN)/python -m compileall -q app.py cli.py data indicators pages validation

# Chromium and nginx for the browser tests, PostgreSQL for those of a lake: from Debian when we are root, else they are
# skipped and say so.
browser:
	@{ command -v chromium && PATH=$$PATH:/usr/sbin command -v nginx && ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1 || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation nginx-light postgresql; \
		else \
			echo "SKIPPED: Chromium, nginx or PostgreSQL is not installed and only root may install them, so tests that need them will be skipped."; \
		fi; }

docs: .venv/ready
	$(BIN)/python -m data.guidance.dictionary
	$(BIN)/python -m indicators.readme
	$(BIN)/python -m pages.terminal.command_guide

sample: .venv/ready
	$(BIN)/python -m data.invention

benchmarks: .venv/ready-to-test
	for each in benchmarks/[a-z]*.py; do $(BIN)/python -m benchmarks.$$(basename $$each .py) || exit 1; done

# Ours beside the sector's validators of the SSDA903 return and the CIN census, each in an environment of its own.
validators: .venv/ready-to-test
	$(BIN)/python -m tests.validators.agreement

# What we hide beside what τ-Argus hides of the same tables, which needs an environment of its own: tests/tau_argus/.
tau-argus: .venv/ready-to-test
	$(BIN)/python -m tests.tau_argus.agreement

clean:
	rm -rf .venv

.venv/ready: requirements.txt constraints.txt | .venv/bin/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode -r requirements.txt
	touch $@

.venv/ready-to-test: requirements-dev.txt requirements-lake.txt .venv/ready
	$(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode -r requirements-dev.txt
	touch $@

# Debian keeps venv in a package of its own.
.venv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	$(PYTHON) -m venv .venv || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv .venv; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$$(sed -n 's/^uv==//p' constraints.txt)
