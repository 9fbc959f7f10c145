# Forwards to CMake presets. `make run` and `make test` install what is missing, build, and go.
.DEFAULT_GOAL := build
.PHONY: build run test check sanitize threads machines clang install-packages accept bench bench-gate bench-stream bench-pdf bench-peers deb site fuzz fuzz-pdf clean

CMAKE = cmake
QUIET = > /dev/null

define configure
@test -f build/$(1)/build.ninja || { echo "Configuring ($(1)) …"; $(CMAKE) --preset $(1) $(QUIET); }
endef

# The main job on the corpus that comes with the project.
run:
	@sh cmake/packages.sh run
	$(call configure,release)
	@$(CMAKE) --build --preset release --target muster-program $(if $(V),,-- --quiet)
	@build/release/muster summary corpus/texts

build:
	@sh cmake/packages.sh run
	$(call configure,release)
	@$(CMAKE) --build --preset release

# Everything that one build can show; ends in ctest's count.
test:
	@sh cmake/packages.sh test
	$(call configure,dev)
	@$(CMAKE) --build --preset dev
	@ctest --preset dev

# What CI does beyond `make test`: the other compiler and the sanitizers.
check: clang sanitize threads machines

clang:
	@sh cmake/packages.sh check
	$(call configure,clang)
	@$(CMAKE) --build --preset clang
	@ctest --preset clang -L unit

sanitize:
	@sh cmake/packages.sh check
	$(call configure,sanitize)
	@$(CMAKE) --build --preset sanitize
	@ctest --preset sanitize

threads:
	@sh cmake/packages.sh check
	$(call configure,threads)
	@$(CMAKE) --build --preset threads
	@ctest --preset threads -L threads

# Slurm, Dask, GNU parallel over ssh: real ones, this machine being the cluster. Part of `make test` where they are installed.
machines:
	@sh cmake/packages.sh machines
	$(call configure,dev)
	@$(CMAKE) --build --preset dev --target muster-program
	@ctest --preset dev -L machines

# The only writer of corpus/*.expected.json; look at what `git diff` shows before committing it.
accept: build
	@test -z "$$CI" || { echo "make accept does not run in CI" >&2; exit 1; }
	@build/release/muster check corpus --accept
	@git diff --stat -- corpus

bench:
	@sh cmake/packages.sh check
	@$(CMAKE) --preset release -DMUSTER_BENCH=ON $(QUIET)
	@$(CMAKE) --build --preset release --target muster-bench muster-program
	@build/release/tests/bench/muster-bench
	@python3 tests/bench/measure.py build/release/muster $(if $(FULL),--full)

# Instructions for twice the documents, the length, the rules (callgrind).
bench-gate: build
	@python3 tests/bench/callgrind_gate.py build/release/muster

# A stream of JSON Lines, made on the fly, in bounded memory: make bench-stream SIZE=10G
SIZE ?= 1G
bench-stream: build
	@python3 tests/bench/bench_stream.py build/release/muster --size $(SIZE)

# Computing time beside pdftotext's: make bench-pdf DIR=folder
DIR ?= corpus
bench-pdf: build
	@python3 tests/bench/bench_pdf.py build/release/muster $(DIR)

# Damaged PDFs: make fuzz-pdf S=600 DIR=folder
fuzz-pdf: build
	@python3 tests/fuzz/fuzz_pdf.py build/release/muster --seconds $(S) --keep build/pdf-found $(DIR)

# make fuzz T=html S=600
T ?= html
S ?= 60
fuzz:
	@sh cmake/packages.sh check
	$(call configure,fuzz)
	@$(CMAKE) --build --preset fuzz --target fuzz_$(T)
	@mkdir -p build/fuzz/found/$(T)
	@build/fuzz/tests/fuzz/fuzz_$(T) -max_total_time=$(S) -timeout=10 -rss_limit_mb=2048 \
	  -artifact_prefix=build/fuzz/found/$(T)/ build/fuzz/found/$(T) tests/fuzz/seeds/$(T)

# Sentences and numbers beside what npm offers, on the same bytes. Needs node.
bench-peers:
	@sh cmake/packages.sh check
	@$(CMAKE) --preset release -DMUSTER_BENCH=ON $(QUIET)
	@$(CMAKE) --build --preset release --target muster-bench
	@python3 tests/bench/peers/run_peers.py build/release/tests/bench/muster-bench

# The documentation as web pages, links checked: build/site/html
site: build
	@sh cmake/packages.sh site
	@/usr/bin/python3 docs/site/build_site.py . build/release/muster build/site

# Debian packages of what is committed: build/deb
deb:
	@sh cmake/packages.sh deb
	@sh packaging/make_deb.sh

clean:
	rm -rf build
