# Everything here needs Python and make, and works with the make of macOS (GNU make 3.81).

PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python -m
PYTEST := $(RUN) pytest -n auto --dist worksteal
INSTALL := $(RUN) pip install --quiet --disable-pip-version-check
TALKS := 100 1000
VENDOR := plugins/mkdocs_forum/assets/vendor

# Material announces its end at every build, to people who can't do anything about it.
export NO_MKDOCS_2_WARNING := true
# Commands run in hundreds of processes, which would translate each module again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help site serve test test-thorough check static pictures catalogues lock benchmark clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .venv/site ## Build the site into site/
	$(RUN) mkdocs build --strict

serve: .venv/site ## Show the site at http://127.0.0.1:8000/ and again after each change
	$(RUN) mkdocs serve

test: .venv/test static ## Run all tests; brings Chromium where there is none
	@browser=$$(sh .ci/chromium --get) && \
	  FORUM_CHROMIUM="$$browser" $(PYTEST)

test-thorough: .venv/test static ## Run all tests with whole tables and thirty times the examples
	@browser=$$(sh .ci/chromium --get) && \
	  FORUM_CHROMIUM="$$browser" HYPOTHESIS_PROFILE=thorough $(PYTEST) --thorough

check: .venv/test static ## Run what needs no browser
	$(PYTEST) -m "not browser"

static: .venv/test
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy

pictures: site .venv/test ## Take pictures of every kind of page, and those of README and guides
	@browser=$$(sh .ci/chromium --get) && \
	  FORUM_CHROMIUM="$$browser" $(BIN)/python .ci/pictures.py site build/pictures .github/pictures && \
	  FORUM_CHROMIUM="$$browser" $(BIN)/python .ci/commands.py docs/contribuer/images

catalogues: .venv/site ## Bring the translations up to date with the sentences in the code
	$(BIN)/python .ci/catalogues.py

LOCK = .venv-lock/bin/uv pip compile --quiet pyproject.toml --universal --python-version 3.11 \
  --generate-hashes --no-annotate --upgrade

lock: .venv/site ## Lock the newest versions that pyproject.toml allows
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet --disable-pip-version-check uv
	$(LOCK) --custom-compile-command "make lock" --group test -o .ci/lock/test.txt
	$(LOCK) --custom-compile-command "mkdocs-forum init --update ." --group site -c .ci/lock/test.txt \
	  -o plugins/mkdocs_forum/scaffold/upkeep/common/requirements.txt
	$(BIN)/mkdocs-forum init --update --no-input .
	$(subst pyproject.toml,,$(LOCK)) --custom-compile-command "make lock" --group release -o .ci/lock/release.txt
	@command -v npm >/dev/null || { echo "npm renews .ci/lock/package-lock.json: install it." >&2; exit 1; }
	cd .ci/lock && npm update --package-lock-only --registry https://registry.npmjs.org/ \
	  --omit-lockfile-registry-resolved=false

benchmark: site .venv/test ## Measure builds beside other generators, their stages, checks, sanitising, search, weight of pages, PDF; TALKS="100 500"
	$(RUN) benchmarks.build $(TALKS) .
	$(RUN) benchmarks.stages $(lastword $(TALKS))
	$(RUN) benchmarks.check $(lastword $(TALKS))
	$(RUN) benchmarks.sanitising
	$(RUN) benchmarks.search site
	$(RUN) benchmarks.pages site
	$(RUN) benchmarks.paper

clean: ## Remove all that these commands made
	rm -rf .venv .venv-lock site .site.aside build dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache \
	  $(VENDOR)

# The environment holds its own time stamps, so that they never outlive it.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed: https://www.python.org/downloads/"; \
	  echo "If it is there under another name, type for instance: make site PYTHON=python3.13"; \
	  exit 1; } >&2
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python lacks its venv module. On Debian and Ubuntu, type:"; \
	  echo "  sudo apt install python3-venv"; \
	  exit 1; } >&2
	@echo "Making the environment in .venv: a minute, once."
	@$(PYTHON) -m venv --clear .venv

$(VENDOR)/.seal: .ci/lock/package-lock.json .ci/vendor.py | $(BIN)/python
	@$(BIN)/python .ci/vendor.py
	@touch $@

.venv/site: requirements.txt pyproject.toml $(VENDOR)/.seal $(BIN)/python
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/test: .ci/lock/test.txt .venv/site
	@$(INSTALL) --require-hashes -r .ci/lock/test.txt
	@touch $@
