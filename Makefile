# The README's two commands are `make demo` and `make test`; each sets up all it needs on a machine
# that has Python 3.11+, make and gcc. Everything lives in .venv; nothing is installed elsewhere.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= auto

.PHONY: demo test lint types contracts container docs bench bench-web setup clean law

demo: $(VENV)/ready ## Read the fictional samples, build a casebook of them, serve it on this machine
	@$(BIN)/peelian read samples --jobs 2
	@$(BIN)/peelian demo samples --casebook demo-casebook

test: $(VENV)/ready lint types contracts ## Lint, types, import contracts, then every test
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(VENV)/ready
	$(BIN)/ruff format --check src tests benchmarks tools samples-source
	$(BIN)/ruff check src tests benchmarks tools samples-source

types: $(VENV)/ready
	$(BIN)/mypy

contracts: $(VENV)/ready
	$(BIN)/lint-imports

docs: $(VENV)/ready ## Build the documentation into site/
	$(BIN)/mkdocs build --strict

law: $(VENV)/ready ## Compile the law's YAML after editing it
	$(BIN)/python -m peelian.law.compile

container: ## Build the Containerfile and start what it gives, without an engine (root on Debian; some ten minutes)
	tools/check_container.sh

bench: $(VENV)/bench ## The plain baseline, the speed ratios and memory (needs spaCy; a few minutes)
	.venv-bench/bin/python benchmarks/baseline.py --output baseline.jsonl
	.venv-bench/bin/python benchmarks/speed.py --json benchmarks/speed.json
	$(BIN)/python benchmarks/report.py --baseline baseline.jsonl

bench-web: $(VENV)/ready $(VENV)/datasette ## The pages on 100,000 cases beside Datasette (some twenty minutes; needs the machine to itself)
	$(BIN)/python benchmarks/web_cases.py --casebook /tmp/web-templates --templates 500 --out /tmp/web-templates.jsonl
	$(BIN)/python benchmarks/web_speed.py --templates /tmp/web-templates.jsonl --datasette .venv-datasette/bin/datasette

setup: $(VENV)/ready

# The stamp is newer than the lock file and the package's description, or the environment is made again.
$(VENV)/ready: requirements.lock pyproject.toml
	@echo "Setting up $(VENV) (once; a minute or two) ..."
	@$(PYTHON) -c 'import sys; sys.exit("Peelian needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Set PYTHON=...") if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/bench: requirements-bench.lock $(VENV)/ready
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/datasette: requirements-datasette.lock
	@$(PYTHON) -m venv .venv-datasette
	@.venv-datasette/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-datasette.lock
	@touch $@

clean:
	rm -rf $(VENV) .venv-bench .venv-datasette site out
