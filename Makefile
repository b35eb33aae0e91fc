# The one menu of commands. `make run` and `make test` need only Python 3.11+, make and git; they set up the rest.
PORT ?= 8501
ADDRESS ?= localhost
WORKERS ?= 2
PY := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup browser run test lint types format bench screenshots pins clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## Make .venv and install the pinned packages (run and test do it by themselves)
	@scripts/setup.sh

browser:
	@scripts/chromium.sh >/dev/null

run: setup ## Start the dashboard on http://localhost:8501 (PORT=8080 for another port)
	@exec $(PY) -m streamlit run dashboard.py --server.port $(PORT) --server.address $(ADDRESS) --server.headless true

test: setup browser lint types ## Everything that must pass: lint, format, types, tests, browser tests
	@$(PY) -m pytest -n $(WORKERS) --dist loadfile

lint: setup ## Style alone
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

types: setup ## Types alone
	@$(PY) -m mypy

format: setup ## Mend formatting and what the linter can mend
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

bench: setup browser ## Measure, print the tables with ratios, and write them into docs/performance.md
	@$(PY) -m bench

screenshots: setup browser ## Take docs/images again from the running product
	@$(PY) -m scripts.screenshots

pins: setup ## Write constraints.txt anew from what is installed
	@scripts/pins.sh

clean: ## Remove the environment and all caches; data and the store stay
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
