# Carrel. `make run` builds and starts it, `make test` runs every test; both install what they need first.

BUILD_PACKAGES := libncurses-dev libsqlite3-dev libyaml-dev libmd4c-dev libmd-dev libstemmer-dev
TEST_PACKAGES := tmux

# Linked by lld, which does not complain about Foundation's own use of mktemp, and without symbols: half the size.
RELEASE := swift build -c release --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker -s
PROGRAM := .build/release/carrel

.PHONY: run build test lint format bench clean packages test-packages

run: build
	@$(PROGRAM)

build: packages
	@$(RELEASE) --product carrel

# The end-to-end tests drive the release build: what learners run is what is tested.
test: packages test-packages
	@$(RELEASE) --product carrel
	@CARREL_BINARY="$(CURDIR)/$(PROGRAM)" swift test --disable-xctest

lint:
	@swift format lint --strict --recursive Sources Tests Package.swift

format:
	@swift format --in-place --recursive Sources Tests Package.swift

bench: packages
	@$(RELEASE) --product carrel
	@$(RELEASE) --product carrel-bench
	@.build/release/carrel-bench "$(CURDIR)/$(PROGRAM)"

clean:
	@rm -rf .build

packages:
	@$(call install,$(BUILD_PACKAGES))

test-packages:
	@$(call install,$(TEST_PACKAGES))

# Installs those of the packages that are missing; silent when none is. sudo only where it is needed.
define install
	command -v dpkg-query > /dev/null || { echo "carrel: this is no Debian; install what these are called here: $(1)"; exit 0; }; \
	missing=""; \
	for package in $(1); do \
	    [ "$$(dpkg-query -W -f='$${db:Status-Status}' $$package 2> /dev/null)" = installed ] || missing="$$missing $$package"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	echo "carrel: missing$$missing; installing with: $$sudo apt-get install --no-install-recommends -y$$missing"; \
	[ -n "$$(ls /var/lib/apt/lists/*Packages* 2> /dev/null)" ] || $$sudo apt-get update -q; \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends -y -q $$missing
endef
