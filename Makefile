.DEFAULT_GOAL := help
.PHONY: help deps build demo test faults soak units bench idle fuzz lint format check install uninstall clean

PREFIX ?= /usr/local
DESTDIR ?=
SYSCONFDIR ?= /etc
CONFIGURATION ?= release
SWIFT_FLAGS = --explicit-target-dependency-import-check error
# A program that carries the Swift runtime runs where no toolchain is, and of it only what it uses.
RELEASE_FLAGS = $(SWIFT_FLAGS) --static-swift-stdlib -Xlinker --gc-sections
export CONFIGURATION

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

deps: ## Install the C libraries that building needs, by apt
	@scripts/deps.sh

build: deps ## Build the programs and the manual
	swift build -c $(CONFIGURATION) $(RELEASE_FLAGS)
	swift build -c $(CONFIGURATION) $(RELEASE_FLAGS) --product generate-manual
	@bin=$$(swift build -c $(CONFIGURATION) --show-bin-path) && mkdir -p .build/manual && \
	    "$$bin/generate-manual" "$$bin/caibian" --output-directory .build/manual

demo: deps ## Run the main job against the embedded newsroom, and show the articles
	swift build -c $(CONFIGURATION) $(RELEASE_FLAGS)
	@scripts/demo.sh

test: ## Install what tests need, build, and pass the tests
	@scripts/deps.sh hugo nginx-light openssl
	swift test --disable-xctest $(SWIFT_FLAGS)

faults: ## Stage the faults of docs/faults.md, or some: ROWS="F05 F06"
	@scripts/deps.sh sqlite3 strace
	swift build --build-tests --disable-xctest $(SWIFT_FLAGS)
	@scripts/faults.sh $(ROWS)

soak: ## Kill it 1,000 times, and run 10,000 stories among faults: hours
	swift build -c release -Xswiftc -DFAILPOINTS --scratch-path .build-soak $(RELEASE_FLAGS)
	.build-soak/release/caibian-lab kill --invented 45 --random $${INSTANTS:-1000}
	.build-soak/release/caibian-lab soak

units: ## Check the units of systemd and what they expose
	@scripts/deps.sh systemd
	@scripts/units.sh

bench: ## Measure, against other programs in the same run
	@scripts/deps.sh curl libxml2-utils nginx-light
	swift build -c release $(RELEASE_FLAGS)
	@scripts/bench.sh

idle: ## Measure the service with 500 feeds and nothing to do
	@scripts/deps.sh nginx-light sqlite3
	swift build -c release $(RELEASE_FLAGS)
	@scripts/idle.sh

fuzz: ## Feed the parsers what libFuzzer makes up, for ten minutes
	@scripts/deps.sh
	@scripts/fuzz.sh

lint: ## Check the layout of the code
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

format: ## Lay the code out
	swift format --in-place --recursive Sources Tests Plugins Package.swift

check: lint test ## What must pass before a commit

install: ## Install program, settings and units below DESTDIR, PREFIX and SYSCONFDIR
	@scripts/install.sh "$(DESTDIR)" "$(PREFIX)" "$(SYSCONFDIR)"

uninstall: ## Remove what install put there, except settings; the ledger stays
	@scripts/uninstall.sh "$(DESTDIR)" "$(PREFIX)"

clean: ## Remove what was built
	rm -rf .build demo
