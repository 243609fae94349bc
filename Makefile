# Everything that is done to this project, by hand or by CI, is a target here.
#
# Requirements are pinned in requirements/*.txt and installed into .venv, once, and again
# whenever a lock or pyproject.toml changes. Nothing is written outside this folder,
# except a Debian package for the browser tests where there is no Chromium yet.

VENV := .venv
BIN := $(VENV)/bin
# Twice: once leaves warnings of where pip looked, which fill a first screen; errors are always said.
INSTALL := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet install
WORKFLOWS := $(wildcard .github/workflows/*.yml .github/dependabot.yml \
	generator/study_findings/editing/starter/github/workflows/*.yml)
CODE := generator tests tools benchmarks
# What some of them share is none of its own.
BENCHMARKS := $(filter-out benchmarks/in_browser.py,$(wildcard benchmarks/*.py))

# How `make check` prints: text, json or github. How `make test` runs: `make test PYTEST="-x -k search"`.
FORMAT ?= text
PYTEST ?= --numprocesses=2 --dist=loadscope

PLAYWRIGHT_BROWSERS_PATH ?= $(CURDIR)/.cache/browsers

export PYTHON PLAYWRIGHT_BROWSERS_PATH

.PHONY: help site serve check test bench pictures mutants lint format schema messages lock clean

help:
	@echo "make site     build the study's website into site/"
	@echo "make serve    preview it while you edit"
	@echo "make check    check the study and all around it, and change nothing"
	@echo "make test     run every test, browser tests included"
	@echo "make bench    measure how time and weight grow with a study, minutes long"
	@echo "make pictures take the pictures of the README and docs/ anew"
	@echo "make mutants  alter the code and tell which alterations no test notices, two hours long"
	@echo "make lint     check the code and the workflows"
	@echo "make format   put the code into its usual form"
	@echo "make schema   write docs/schema.md, docs/rules.md and the JSON Schemas again"
	@echo "make messages bring the catalogues of the site's own words up to date"
	@echo "make lock     pin the requirements again"
	@echo "make clean    remove what the targets above made"

site: $(VENV)/.site
	@$(BIN)/findings build --strict

serve: $(VENV)/.site
	@$(BIN)/findings serve

check: $(VENV)/.site
	@$(BIN)/findings check --strict --format $(FORMAT)

test: $(VENV)/.test
	@chromium=$$($(BIN)/python tools/ensure_chromium.py) || exit 1; \
	echo "Testing, with $$chromium for the browser tests"; \
	CHROMIUM="$$chromium" $(BIN)/python -m pytest $(PYTEST)

bench: $(VENV)/.test
	@chromium=$$($(BIN)/python tools/ensure_chromium.py) || exit 1; \
	for benchmark in $(BENCHMARKS); do \
		echo "$$benchmark"; CHROMIUM="$$chromium" $(BIN)/python "$$benchmark" || exit 1; \
	done

pictures: $(VENV)/.test
	@chromium=$$($(BIN)/python tools/ensure_chromium.py) || exit 1; \
	CHROMIUM="$$chromium" $(BIN)/python tools/pictures.py

mutants: $(VENV)/.mutants
	@nice $(BIN)/python tools/mutants.py $(if $(AGAIN),--again) $(if $(ONE_IN),--one-in $(ONE_IN)) \
		$(ROOM) $(if $(MODULES),--modules $(MODULES))

# Browser tests have a conftest.py of their own, and mypy takes two of that name for one module.
lint: $(VENV)/.test $(VENV)/.lint
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/mypy
	@$(BIN)/mypy tools tests --exclude ^tests/browser/
	@$(BIN)/mypy benchmarks tests/browser
	@$(BIN)/zizmor --pedantic --offline --quiet $(WORKFLOWS)

format: $(VENV)/.lint
	@$(BIN)/ruff check --fix $(CODE)
	@$(BIN)/ruff format $(CODE)

schema: $(VENV)/.site
	@$(BIN)/python -m study_findings.model.schema .
	@$(BIN)/python -m study_findings.exporters.findings_schema .

messages: $(VENV)/.site
	@$(BIN)/python tools/messages.py

lock: $(VENV)/.lock
	@$(BIN)/python tools/lock.py $(LOCK)

clean:
	rm -rf $(VENV) site .findings .cache .pytest_cache .hypothesis .mypy_cache .ruff_cache

# A stamp stands for an install that went through to its end.

$(VENV)/.site: requirements/site.txt pyproject.toml
	@sh tools/make-venv.sh $(VENV)
	@echo "Installing what the site needs into $(VENV)"
	@$(INSTALL) --requirement requirements/site.txt
	@$(INSTALL) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site requirements/test.txt
	@echo "Installing what the tests need into $(VENV)"
	@$(INSTALL) --requirement requirements/test.txt
	@touch $@

$(VENV)/.lint: $(VENV)/.site requirements/lint.txt
	@echo "Installing what the linters need into $(VENV)"
	@$(INSTALL) --requirement requirements/lint.txt
	@touch $@

$(VENV)/.lock: $(VENV)/.site requirements/lock.txt
	@echo "Installing what pins the requirements into $(VENV)"
	@$(INSTALL) --requirement requirements/lock.txt
	@touch $@

$(VENV)/.mutants: $(VENV)/.test requirements/mutants.txt
	@echo "Installing what alters the code into $(VENV)"
	@$(INSTALL) --requirement requirements/mutants.txt
	@touch $@
