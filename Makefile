# Reportedly: `make demo` shows it, `make test` proves it, `make help` lists the rest.
# Needs git, make and a Python from 3.12 on. Everything else is installed into .venv.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Older pips fail on this set of packages (23.2.1 crashes), so pip comes first.
PIP := pip==26.3
WORKERS ?= 2
SHARED ?=
BASE ?= HEAD
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: demo test lint browser shots bench compare docs lock setup python clean help

demo: setup ## read the example articles into a fresh store and show what is in it
	@$(BIN)/reportedly demo

test: setup ## run every test (ARGS="-k denial" chooses some)
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadscope $(ARGS)

lint: setup ## check style and types
	@$(BIN)/ruff check src tests bench corpus
	@$(BIN)/ruff format --check src tests bench corpus
	@$(BIN)/mypy

browser: setup ## install what the tests in a real browser need (a Chromium must be there)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-browser.lock

shots: browser ## write the pictures of docs/desk anew from the examples
	@$(BIN)/python tests/browser/shots.py

bench: setup ## score the coder; SHARED=folder of the benchmark sets, ARGS="--only plv"
	@test -d "$(SHARED)" || { echo "make bench SHARED=FOLDER: the folder of the benchmark sets" >&2; exit 2; }
	@$(BIN)/python -m bench --shared "$(SHARED)" $(ARGS)

compare: setup ## show which claims changed since BASE=main (else HEAD); SHARED=FOLDER for more texts
	@$(BIN)/python -m bench --compare "$(BASE)" $(if $(SHARED),--shared "$(SHARED)") $(ARGS)

docs: setup ## rewrite docs/records.md, docs/views.md, docs/cli.md and the output shown in README.md
	@$(BIN)/python -m reportedly.records.docs docs/records.md
	@$(BIN)/python -m reportedly.views.docs docs/views.md
	@$(BIN)/python -m reportedly.cli.docs docs/cli.md
	@$(BIN)/python tests/test_docs.py

lock: setup ## choose the newest packages that pyproject.toml allows (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv" >&2; exit 2; }
	@sed -n '/^#/!q;p' requirements.lock > $(VENV)/lock
	@uv pip compile pyproject.toml --extra dev --universal --python-version 3.12 --upgrade \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet >> $(VENV)/lock
	@mv $(VENV)/lock requirements.lock
	@sed -n '/^#/!q;p' requirements-browser.lock > $(VENV)/lock
	@printf 'axe-playwright-python\nplaywright\n' | uv pip compile - --universal --python-version 3.12 \
	  --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet >> $(VENV)/lock
	@mv $(VENV)/lock requirements-browser.lock

clean: ## remove the environment and everything that runs leave behind
	@rm -rf $(VENV) build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

# Inside: the environment -----------------------------------------------------

setup: $(STAMP)

# A candidate may be a stand-in that does not run, or lack venv: each is tried.
define FIND_PYTHON
fits() { "$$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; }; \
found=; \
for each in "$(PYTHON)" python3.12 python3.13 python3.14 python3 python \
    "$$HOME"/.pyenv/versions/3.1[2-9]*/bin/python3 \
    "$$HOME"/.local/share/uv/python/cpython-3.1[2-9]*/bin/python3 \
    /opt/homebrew/bin/python3.1[2-9] /usr/local/bin/python3.1[2-9]; do \
  if [ -n "$$each" ] && fits "$$each"; then found=$$each; break; fi; \
done; \
if [ -z "$$found" ]; then \
  echo "No Python from 3.12 on was found (with its venv module). One of these installs it:" >&2; \
  echo "  apt-get install python3.12 python3.12-venv    Debian, Ubuntu" >&2; \
  echo "  brew install python@3.13                      macOS" >&2; \
  echo "  uv python install 3.13                        anywhere with uv" >&2; \
  echo "  pyenv install 3.13                            anywhere with pyenv" >&2; \
  echo "Or name one: make PYTHON=/path/to/python3" >&2; \
  exit 2; \
fi
endef

python: ## say which Python would be used
	@$(FIND_PYTHON); "$$found" -c 'import sys; print(sys.executable, sys.version.split()[0])'

$(STAMP): requirements.lock pyproject.toml
	@$(FIND_PYTHON); \
	echo "Installing into $(VENV) with $$found; this takes a minute or two." >&2; \
	rm -f $(STAMP); \
	[ -x $(BIN)/python ] && $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 12))' \
	  || "$$found" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check '$(PIP)'
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@echo "Building the index of places, once." >&2
	@$(BIN)/python -c 'import reportedly; reportedly.load().places("Paris")'
	@touch $(STAMP)
