# Carrel. `make run` builds and starts it, `make test` runs every test; both install what they need first.
# `make install` puts it below PREFIX, `make deb` makes a Debian package of it.

# What Swift for Debian 12 is linked with, and links with, and its archive does not bring.
SWIFT_PACKAGES := libcurl4 libxml2 libstdc++-12-dev binutils
BUILD_PACKAGES := libncurses-dev libsqlite3-dev libyaml-dev libmd4c-dev nettle-dev libstemmer-dev
TEST_PACKAGES := tmux
# Measured beside Carrel; without them it is measured alone.
BENCH_PACKAGES := newsboat tig less git
DEB_PACKAGES := dpkg-dev

PREFIX ?= /usr/local
# Debian's zsh looks for what packages bring elsewhere than for what the machine's owner installs.
ZSH_FUNCTIONS ?= $(PREFIX)/share/zsh/site-functions

PROGRAM := .build/release/carrel
# As old as the last build: what was installed with it need not be built again.
BUILT := .build/built
SOURCES := $(shell find Sources Package.swift Makefile linking -type f)

# The release is linked against the archives of these libraries where the system has them, which halves the time to
# start: nothing is left for the dynamic linker to find and relocate but libc, libm and md4c.
ARCHIVED := sqlite3 ncursesw tinfo yaml nettle stemmer stdc++
ARCHIVES := .build/archives
# Without symbols, and without a table of symbols for plug-ins, of which Carrel has none.
# Relocations are packed where the C library can read them so (glibc 2.36, Debian 12): 0.9 MB less of memory.
PACKED := $(shell [ "$$(printf '2.36\n%s\n' "$$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)" | sort -V | head -n 1)" = 2.36 ] \
    && echo -Xlinker -z -Xlinker pack-relative-relocs)
# Functions that run while somebody studies lie side by side, see linking/trace: 3.6 MB less of memory.
ORDERED := -Xswiftc -Xfrontend -Xswiftc -function-sections \
    -Xlinker --symbol-ordering-file=$(CURDIR)/linking/order.txt -Xlinker --no-warn-symbol-ordering
LINKED := swift build -c release --static-swift-stdlib --disable-local-rpath -Xswiftc -use-ld=lld \
    -Xlinker --no-export-dynamic $(PACKED) $(ORDERED) \
    -Xswiftc -L$(CURDIR)/$(ARCHIVES) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
RELEASE := $(LINKED) -Xlinker -s

.PHONY: order run build test snapshots fuzz lint format bench bench-large soak build-bench clean packages \
    test-packages bench-packages archives install uninstall deb deb-packages try-deb

run: build
	@$(PROGRAM)

build: packages archives
	@$(RELEASE) --product carrel
	@touch $(BUILT)

# The end-to-end tests drive the release build: what learners run is what is tested.
test: packages test-packages archives
	@$(RELEASE) --product carrel
	@touch $(BUILT)
	@CARREL_BINARY="$(CURDIR)/$(PROGRAM)" swift test --disable-xctest

# Writes what every screen shows into Tests/Snapshots, and says what is different from before: look before you keep it.
snapshots: packages
	@CARREL_SNAPSHOTS=write swift test --disable-xctest --filter 'SnapshotTests'
	@git --no-pager diff -U1 --stat -p -- Tests/Snapshots
	@git ls-files --others --exclude-standard -- Tests/Snapshots | sed 's/^/ new: /'

# Gives Markdown, the sanitiser, the wrapper and the highlighters a minute of bytes that libFuzzer invents from
# Tests/Fuzzing/corpus. What it learns stays in .build/fuzz; a crash is written there, and fails.
FUZZ_SECONDS ?= 60
FUZZER := .build/fuzz/fuzzer

fuzz: packages $(FUZZER)
	@mkdir -p .build/fuzz/learnt
	@SWIFT_BACKTRACE=enable=no $(FUZZER) -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=10 -print_final_stats=1 \
	    -artifact_prefix=.build/fuzz/ .build/fuzz/learnt Tests/Fuzzing/corpus

$(FUZZER): $(shell find Sources/CarrelTerminal Sources/CTerminalGuard Tests/Fuzzing -name '*.swift' -o -name '*.[ch]')
	@mkdir -p .build/fuzz
	@echo 'module CTerminalGuard { header "$(CURDIR)/Sources/CTerminalGuard/include/guard.h" }' > .build/fuzz/module.modulemap
	@clang -O2 -c -I Sources/CTerminalGuard/include -o .build/fuzz/guard.o Sources/CTerminalGuard/*.c
	@swiftc -O -swift-version 6 -parse-as-library -sanitize=fuzzer -module-name CarrelFuzzing \
	    -I Sources/CNcurses -I Sources/CMarkdown -I .build/fuzz -o $@ \
	    $$(find Sources/CarrelTerminal Tests/Fuzzing -name '*.swift') .build/fuzz/guard.o

# `make install PREFIX=$HOME/.local` needs no root. PROGRAM names another build of the program.
BINARY = $(DESTDIR)$(PREFIX)/bin/carrel
SHARE = $(DESTDIR)$(PREFIX)/share
PAGE = $(SHARE)/man/man1/carrel.1
BASH_COMPLETIONS = $(SHARE)/bash-completion/completions/carrel
ZSH_COMPLETIONS = $(DESTDIR)$(ZSH_FUNCTIONS)/_carrel
FISH_COMPLETIONS = $(SHARE)/fish/vendor_completions.d/carrel.fish

ifneq ($(origin PROGRAM),command line)
install: $(BUILT)
endif
install:
	@for file in "$(BINARY)" "$(PAGE)" "$(BASH_COMPLETIONS)" "$(ZSH_COMPLETIONS)" "$(FISH_COMPLETIONS)"; do \
	    install -d "$$(dirname "$$file")" || exit; \
	done
	@install -m 755 "$(PROGRAM)" "$(BINARY)"
	@"$(PROGRAM)" manual > "$(PAGE)"
	@"$(PROGRAM)" completions bash > "$(BASH_COMPLETIONS)"
	@"$(PROGRAM)" completions zsh > "$(ZSH_COMPLETIONS)"
	@"$(PROGRAM)" completions fish > "$(FISH_COMPLETIONS)"
	@chmod 644 "$(PAGE)" "$(BASH_COMPLETIONS)" "$(ZSH_COMPLETIONS)" "$(FISH_COMPLETIONS)"
	@# Packs and themes that an older version had are not to stay.
	@rm -rf "$(SHARE)/carrel"
	@# The guide for authors goes with the packs that it explains.
	@find data themes -name '*.yaml' -o -name README.md | while read -r file; do \
	    install -D -m 644 "$$file" "$(SHARE)/carrel/$$file" || exit; \
	done
	@echo "carrel: installed as $(BINARY)"

# Directories that others share stay, but those for completions where nothing else is in them.
uninstall:
	@rm -f "$(BINARY)" "$(PAGE)" "$(BASH_COMPLETIONS)" "$(ZSH_COMPLETIONS)" "$(FISH_COMPLETIONS)"
	@rm -rf "$(SHARE)/carrel"
	@cd "$(SHARE)" 2> /dev/null || exit 0; \
	for directory in bash-completion/completions zsh/site-functions fish/vendor_completions.d; do \
	    [ ! -d $$directory ] || rmdir -p --ignore-fail-on-non-empty $$directory; \
	done

# Root does not build in somebody else's tree: what it writes there they could not write again.
$(BUILT): $(SOURCES)
	@if [ "$$(id -u)" = 0 ] && [ "$$(stat -c %u .)" != 0 ]; then \
	    echo "carrel: not built yet, or changed since: first make build as yourself, then sudo make install" >&2; \
	    exit 1; \
	fi
	@$(MAKE) --no-print-directory build

deb: build deb-packages
	@packaging/deb

# Installs the package into a fresh Debian and studies there: needs root, debootstrap, tmux and a Debian mirror.
try-deb: deb
	@packaging/try-deb .build/carrel_*_"$$(dpkg --print-architecture)".deb

lint:
	@swift format lint --strict --recursive Sources Tests Package.swift

format:
	@swift format --in-place --recursive Sources Tests Package.swift

bench: build-bench bench-packages
	@.build/release/carrel-bench "$(CURDIR)/$(PROGRAM)"

# On ten times as many questions: makes its library once, which takes minutes, and uses it again.
bench-large: build-bench bench-packages
	@.build/release/carrel-bench "$(CURDIR)/$(PROGRAM)" --large --keep .build/bench-large

# Kills the program at 500 random moments of a learner's work, and looks each time whether anything is lost.
soak: build-bench
	@.build/release/carrel-bench "$(CURDIR)/$(PROGRAM)" soak

build-bench: packages archives
	@$(RELEASE) --product carrel
	@$(RELEASE) --product carrel-bench

# Asks a run of the program, with its symbols, which functions belong together.
order: packages archives
	@$(LINKED) --scratch-path .build/order --product carrel
	@linking/trace .build/order/release/carrel

clean:
	@rm -rf .build

packages:
	@command -v swift > /dev/null || { \
	    echo "carrel: swift is not on the PATH; Carrel needs 6.3: https://www.swift.org/install/linux" >&2; exit 1; }
	@if swift build --version > /dev/null 2>&1 && [ -e "$$(clang -print-file-name=libstdc++.so)" ] \
	    && command -v ld.gold > /dev/null; then exit 0; fi; \
	$(call install,$(SWIFT_PACKAGES))
	@$(call install,$(BUILD_PACKAGES))

# Links to those archives that are there; a library without one is linked as it always was.
archives: packages
	@mkdir -p $(ARCHIVES)
	@for library in $(ARCHIVED); do \
	    archive=$$(clang -print-file-name=lib$$library.a); \
	    case $$archive in /*) ln -sf $$archive $(ARCHIVES)/ ;; esac; \
	done

deb-packages:
	@$(call install,$(DEB_PACKAGES))

test-packages:
	@$(call install,$(TEST_PACKAGES))

bench-packages:
	@$(call install,$(BENCH_PACKAGES))

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
