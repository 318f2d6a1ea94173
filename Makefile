# Everything needs only make and Python 3.11 or newer; the rest is installed into .venv, pinned and hashed.
# PYTHON=/path/to/python3 chooses the Python, PIN=no takes the newest packages, FILES="a.txt b.txt" other texts.

VENV = .venv/bin
FILES =
.DEFAULT_GOAL = help
.PHONY: help map test quick lint docs bench data screenshots lock clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1 /p' Makefile | awk '{ printf "  %s %-12s", $$1, $$2; $$1 = $$2 = ""; print }'

map: ## write out/zones.html and out/zones.geojson, and say what was found
	@sh tools/environment.sh map
	@$(VENV)/zonemap map $(FILES) -o out/zones.html
	@$(VENV)/zonemap export $(FILES) -o out/zones.geojson

test: lint ## all checks and tests, in a real Chromium too
	@CHROMIUM="$$(sh tools/chromium.sh)" && export CHROMIUM && $(VENV)/python -m pytest -n auto

quick: lint ## the same without browser and slow tests, in under a minute
	@$(VENV)/python -m pytest -n auto -q -m "not browser and not slow"

lint:
	@sh tools/environment.sh test
	@$(VENV)/ruff check --quiet .
	@$(VENV)/ruff format --check --quiet . || { echo "make: not formatted; run: $(VENV)/ruff format" >&2; exit 1; }
	@$(VENV)/mypy --no-error-summary
	@sh tools/pagelint.sh

docs: ## build the documentation as a site: site/index.html
	@sh tools/environment.sh test
	@NO_MKDOCS_2_WARNING=1 $(VENV)/mkdocs build --strict

bench: ## measure lookups beside other libraries, and write docs/performance.md
	@sh tools/environment.sh bench
	@$(VENV)/python -m bench

data: ## build geodata/data/ again from pinned packages
	@sh tools/environment.sh test
	@$(VENV)/python -m geodata.build

screenshots: ## the pictures in docs/images, from the real page
	@sh tools/environment.sh test
	@CHROMIUM="$$(sh tools/chromium.sh)" && export CHROMIUM && $(VENV)/python -m tests.maps.screenshots

lock: ## write requirements/*.txt again, after a change of dependencies
	@sh tools/lock.sh

clean: ## remove what the targets above have made
	rm -rf .venv .cache out site node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
