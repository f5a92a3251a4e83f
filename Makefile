.DEFAULT_GOAL := help
.PHONY: help deps build demo test lint format check install uninstall clean

PREFIX ?= /usr/local
DESTDIR ?=
SYSCONFDIR ?= /etc
CONFIGURATION ?= release
SWIFT_FLAGS = --explicit-target-dependency-import-check error
export CONFIGURATION

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

deps: ## Install the C libraries that building needs, by apt
	@scripts/deps.sh

build: deps ## Build the programs
	swift build -c $(CONFIGURATION) $(SWIFT_FLAGS)

demo: deps ## Run the main job against the embedded newsroom, and show the articles
	swift build -c $(CONFIGURATION) $(SWIFT_FLAGS)
	@scripts/demo.sh

test: ## Install what tests need, build, and pass the tests
	@scripts/deps.sh hugo
	swift test --disable-xctest $(SWIFT_FLAGS)

lint: ## Check the layout of the code
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

format: ## Lay the code out
	swift format --in-place --recursive Sources Tests Plugins Package.swift

check: lint test ## What must pass before a commit

install: ## Install program, settings and units below DESTDIR, PREFIX and SYSCONFDIR
	@scripts/install.sh "$(DESTDIR)" "$(PREFIX)" "$(SYSCONFDIR)"

uninstall: ## Remove the program and its units; settings and ledger stay
	rm -f "$(DESTDIR)$(PREFIX)/bin/caibian" "$(DESTDIR)$(PREFIX)/lib/systemd/system/"caibian*
	rm -f "$(DESTDIR)$(PREFIX)/share/man/man1/caibian.1"

clean: ## Remove what was built
	rm -rf .build demo
