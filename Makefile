# What a developer or a newcomer types. Everything is set up by itself, in .venv.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
BROWSER := $(VENV)/browser
export VAR ?= $(CURDIR)/instance/var
export PORT ?= 8080
T ?= tests
# The whole suite runs side by side, a file at a time; a part of it starts quicker alone.
JOBS ?= $(if $(filter tests,$(T)),-n $(shell echo $$(($$(nproc) + 1))) --dist loadfile)

.DEFAULT_GOAL := help
.PHONY: help run test check axe theme i18n clean buildout wheel

help: ## this list
	@grep -hE '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

run: $(STAMP) ## a district's portals with sample content at http://localhost:8080
	@exec $(BIN)/eduportal run --sample instance/units.csv

test: $(STAMP) $(BROWSER) ## the tests; T=tests/units for a part of them
	$(BIN)/pytest -q $(JOBS) $(T)

check: $(STAMP) ## formatting, lint, translations, links in the documentation
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m tests.checks

axe: $(STAMP) $(BROWSER) ## check accessibility and write down the result for the statement
	AXE_RECORD=1 $(BIN)/pytest -q tests/accessibility

theme: ## build the theme's style sheets and font (needs Node.js)
	npm ci --silent
	npm run --silent build

i18n: $(STAMP) ## collect the texts to translate and merge them into the catalogues
	$(BIN)/python -m tests.checks.collect

clean: ## remove the environment and what tools left; the data in instance/var stay
	rm -rf $(VENV) build dist src/*.egg-info .ruff_cache bin eggs parts develop-eggs .installed.cfg node_modules

# The stamp carries the inputs' hash, so that a second run has nothing to do and says so in no time.
$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "Python 3.11 to 3.13 is needed, this is " + sys.version)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python -c constraints.txt -e '.[test,check]'
	@# Zope starts in half the time; some packages carry templates of modules that do not compile.
	-$(BIN)/python -m compileall -q -j 0 $(VENV)/lib >/dev/null
	touch $@

# The browser tests drive Debian's Chromium; Playwright's driver wants libatomic, which a bare Debian
# lacks. Scans are recognised by ocrmypdf and tesseract; the tests draw theirs with a DejaVu font. Who
# has it all needs no root.
SUDO := $(shell test "$$(id -u)" = 0 || echo sudo)
TOOLS := chromium libatomic1 poppler-utils ocrmypdf tesseract-ocr-vie fonts-dejavu-core
$(BROWSER): | $(STAMP)
	{ command -v chromium && /sbin/ldconfig -p | grep -q libatomic.so.1 && command -v pdftotext && command -v ocrmypdf && tesseract --list-langs | grep -x vie && ls /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf; } >/dev/null 2>&1 || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends $(TOOLS); }
	touch $@

# Not in the list: CI tries it once, and few people need it.
buildout: $(STAMP)
	$(PYTHON) -m venv build/buildout
	build/buildout/bin/python -m pip install --quiet --disable-pip-version-check setuptools==75.8.0 zc.buildout==5.2.0 wheel
	build/buildout/bin/buildout -N -t 60 instance:password=admin
	bin/instance run tests/checks/instance_probe.py
