# Mainstay: every target works on a fresh Debian 12 with the Swift toolchain and make. `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash

PREFIX ?= /usr/local
LOOK ?= .build/look
SCENARIO ?= Scenarios/apctt/baseline.yaml

# Forecasts of the past, each held against what its book says today: every scenario named as-of-*.
HINDSIGHTS := $(patsubst Scenarios/%.yaml,%,$(wildcard Scenarios/*/as-of-*.yaml))

# What is written of every shipped scenario. The page and the workbook are not committed: run.json has their digests.
FORMATS := text,csv,json,html,xlsx

# LAPACK and BLAS, and the writer of workbooks, the only C libraries; nm (binutils) is read by the tests.
PACKAGES := liblapack-dev libopenblas-dev libxlsxwriter-dev
TEST_PACKAGES := $(PACKAGES) binutils

# The programs readers open reports with, for the tests that do the same.
READER_PACKAGES := libreoffice-calc chromium poppler-utils python3-venv

# One set of flags for every release build, so that nothing is built twice. Optimised for this machine: the bytes
# of a report do not depend on it. The Swift libraries are linked in, so that the binary runs without the toolchain.
RELEASE := -c release --product mainstay -Xcc -march=native --static-swift-stdlib
MAINSTAY := .build/release/mainstay

.PHONY: help
help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | while IFS='|' read -r name text; do \
	  printf '  make %-13s %s\n' "$$name" "$$text"; done

.PHONY: demo
demo: build ## install what is missing, build, run the founding case in every format, print its report
	@echo "== mainstay run $(SCENARIO) --format $(FORMATS)"
	@$(MAINSTAY) run $(SCENARIO) --format $(FORMATS)

.PHONY: build
build: packages ## the command, optimised for this machine
	swift build $(RELEASE)

.PHONY: test
test: test-packages ## the whole test suite
	MAINSTAY_QUICK_TESTS=1 swift test --parallel

.PHONY: lint
lint: ## the layout of every Swift file
	swift format lint --strict --recursive Sources Tests Benchmarks/Sources Benchmarks/Package.swift Package.swift

.PHONY: check
check: lint test ## lint and tests

.PHONY: reports
reports: build ## every shipped report again, with the shipped settings, and what became of the old ones
	@set -e; for book in Scenarios/*/; do for file in "$$book"*.yaml; do \
	  case "$${file##*/}" in centre.yaml|ratings.yaml) continue;; esac; \
	  echo "== $$file"; $(MAINSTAY) run "$$file" --format $(FORMATS) --quiet; \
	done; done
	@set -e; for name in $(HINDSIGHTS); do \
	  echo "== hindsight of $$name"; \
	  $(MAINSTAY) assess --forecast "Reports/$$name" --actuals "Scenarios/$${name%/*}" --quiet; \
	done

.PHONY: datapackage-test
datapackage-test: ## every shipped data package held against its tables by the program frictionless (from PyPI)
	Tests/datapackage.sh Reports

.PHONY: look
look: build ## pictures of the page at phone, desktop and print size, light and dark, into LOOK=DIR (needs chromium)
	Tests/page/look.sh $(MAINSTAY) $(SCENARIO) $(LOOK)

.PHONY: reference-classes
reference-classes: build ## the shipped priors fitted again, to the public panels in PANELS=DIR
	Tools/reference-classes.sh $(MAINSTAY) "$(PANELS)"

.PHONY: real-funds
real-funds: build ## twenty public funds rated, and the record of ratings, from the panels in PANELS=DIR
	$(MAINSTAY) assess --panel "$(PANELS)/un-trust-funds.csv" \
	  --expenses "$(PANELS)/un-trust-fund-expenses.csv" --largest 20 --output Reports/real-funds --quiet

# What stands beside SCENARIO in the brief, and where its pages go.
COMPARE ?= Scenarios/apctt/recommended-levels.yaml Scenarios/apctt/half-collected.yaml \
  Scenarios/apctt/host-at-400k.yaml
BRIEFS ?= .build/briefs

.PHONY: brief-pdf
brief-pdf: build ## the council brief in both languages, printed to PDF where Chromium is installed
	@mkdir -p "$(BRIEFS)"
	@set -e; browser=$$(command -v chromium || command -v chromium-browser || command -v google-chrome || true); \
	root=(); if [ "$$(id -u)" -eq 0 ]; then root=(--no-sandbox); fi; \
	for language in en zh; do \
	  page="$(BRIEFS)/brief-$$language.html"; \
	  $(MAINSTAY) brief $(SCENARIO) $(if $(COMPARE),--compare $(COMPARE)) --language $$language --format html \
	    --output "$$page" --quiet; \
	  if [ -z "$$browser" ]; then echo "$$page: no Chromium here, print it from a browser"; continue; fi; \
	  "$$browser" --headless "$${root[@]}" --disable-gpu --no-pdf-header-footer \
	    --print-to-pdf="$${page%.html}.pdf" "file://$$(realpath "$$page")" 2>/dev/null; \
	  echo "$${page%.html}.pdf"; \
	done

.PHONY: same-bytes
same-bytes: build ## the same report on other kinds of processors, instructions and threads
	@# The build of the tests: for any x86-64 processor, and mostly not optimised.
	MAINSTAY_QUICK_TESTS=1 swift build --product mainstay
	Tests/same-bytes.sh $(MAINSTAY) Scenarios/apctt/baseline.yaml 2000 .build/debug/mainstay

.PHONY: slurm-test
slurm-test: build ## the simulation in shards on a Slurm of this machine, with one task killed on the way
	Benchmarks/slurm/one-machine.sh $(MAINSTAY) $(SCENARIO)

.PHONY: workbook-test
workbook-test: build ## the workbook recalculated by LibreOffice, where it is installed
	Tests/workbook/recalculate.sh $(MAINSTAY)

.PHONY: bench
bench: build ## speed, beside Python peers with PEERS=DIR, a virtual environment
	cd Benchmarks && swift build -c release -Xcc -march=native
	@cd Benchmarks && for work in OrdinaryLeastSquares FixedEffects ManySeries; do \
	  echo "== $$work"; .build/release/$$work $(PEERS); \
	done; echo "== Futures"; .build/release/Futures ../$(MAINSTAY) $(PEERS)

.PHONY: install
install: build ## the command into PREFIX (DESTDIR is respected)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(MAINSTAY) "$(DESTDIR)$(PREFIX)/bin/mainstay"

.PHONY: clean
clean: ## remove what was built
	rm -rf .build

# Debian packages: says which are needed, installs those missing, and does nothing where there is no dpkg.
define install-packages
	@echo "Debian packages needed: $(1)"; \
	command -v dpkg-query >/dev/null || { echo "no dpkg here: install their like yourself"; exit 0; }; \
	missing=(); for package in $(1); do \
	  dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q '^install ok installed$$' \
	    || missing+=("$$package"); \
	done; \
	if [ $${#missing[@]} -eq 0 ]; then echo "all are installed"; exit 0; fi; \
	echo "installing: $${missing[*]}"; \
	root=(); if [ "$$(id -u)" -ne 0 ]; then root=(sudo); fi; \
	export DEBIAN_FRONTEND=noninteractive; \
	install() { "$${root[@]}" apt-get install -y --no-install-recommends "$${missing[@]}"; }; \
	install || { "$${root[@]}" apt-get update && install; }
endef

.PHONY: packages test-packages reader-packages
packages:
	$(call install-packages,$(PACKAGES))
test-packages:
	$(call install-packages,$(TEST_PACKAGES))
reader-packages:
	$(call install-packages,$(READER_PACKAGES))
