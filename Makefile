# Carrel. `make run` builds and starts it, `make test` runs every test; both install what they need first.

BUILD_PACKAGES := libncurses-dev libsqlite3-dev libyaml-dev libmd4c-dev libmd-dev libstemmer-dev
TEST_PACKAGES := tmux

PROGRAM := .build/release/carrel

# The release is linked against the archives of these libraries where the system has them, which halves the time to
# start: nothing is left for the dynamic linker to find and relocate but libc, libm and md4c.
ARCHIVED := sqlite3 ncursesw tinfo yaml md stemmer stdc++
ARCHIVES := .build/archives
# Without symbols, and without a table of symbols for plug-ins, of which Carrel has none.
# Relocations are packed where the C library can read them so (glibc 2.36, Debian 12): 0.9 MB less of memory.
PACKED := $(shell [ "$$(printf '2.36\n%s\n' "$$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)" | sort -V | head -n 1)" = 2.36 ] \
    && echo -Xlinker -z -Xlinker pack-relative-relocs)
# Functions that run while somebody studies lie side by side, see linking/trace: 3.6 MB less of memory.
ORDERED := -Xswiftc -Xfrontend -Xswiftc -function-sections \
    -Xlinker --symbol-ordering-file=$(CURDIR)/linking/order.txt -Xlinker --no-warn-symbol-ordering
# Nothing uses regular expressions or tasks; importing their modules unasked would link 1.4 MB more.
LINKED := swift build -c release --static-swift-stdlib --disable-local-rpath -Xswiftc -use-ld=lld \
    -Xswiftc -Xfrontend -Xswiftc -disable-implicit-string-processing-module-import \
    -Xswiftc -Xfrontend -Xswiftc -disable-implicit-concurrency-module-import \
    -Xlinker --no-export-dynamic $(PACKED) $(ORDERED) \
    -Xswiftc -L$(CURDIR)/$(ARCHIVES) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
RELEASE := $(LINKED) -Xlinker -s

.PHONY: order run build test lint format bench bench-large soak build-bench clean packages test-packages archives

run: build
	@$(PROGRAM)

build: packages archives
	@$(RELEASE) --product carrel

# The end-to-end tests drive the release build: what learners run is what is tested.
test: packages test-packages archives
	@$(RELEASE) --product carrel
	@CARREL_BINARY="$(CURDIR)/$(PROGRAM)" swift test --disable-xctest

lint:
	@swift format lint --strict --recursive Sources Tests Package.swift

format:
	@swift format --in-place --recursive Sources Tests Package.swift

bench: build-bench
	@.build/release/carrel-bench "$(CURDIR)/$(PROGRAM)"

# On ten times as many questions: makes its library once, which takes minutes, and uses it again.
bench-large: build-bench
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
	@$(call install,$(BUILD_PACKAGES))

# Links to those archives that are there; a library without one is linked as it always was.
archives: packages
	@mkdir -p $(ARCHIVES)
	@for library in $(ARCHIVED); do \
	    archive=$$(clang -print-file-name=lib$$library.a); \
	    case $$archive in /*) ln -sf $$archive $(ARCHIVES)/ ;; esac; \
	done

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
