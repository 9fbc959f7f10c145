# Forwards to CMake presets. `make run` and `make test` install what is missing first.
.PHONY: run test
run test:
	@cmake --preset dev >/dev/null && cmake --build --preset dev && ctest --preset dev
