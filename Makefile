# Everything sets itself up: `make run` on a fresh machine needs only Python 3.11, pip and make.

BIN := .venv/bin
COMMANDS := search show library sync status doctor
ARGS ?=
COMPILE := uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
  --python-version 3.11 --upgrade --quiet

.DEFAULT_GOAL := help
.PHONY: help run test check library format lock benchmarks screenshots starter setup setup-test setup-benchmarks clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## Open the program; ARGS="--data-dir DIR" and the like are handed on
ifeq ($(filter $(COMMANDS) --help --version,$(ARGS)),)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
	  echo "There is no display: run this in a desktop session, or as: xvfb-run -a make run" >&2; exit 1; fi
endif
	@$(BIN)/therapist-desktop $(ARGS)

test: setup-test ## Run the tests; ARGS="tests/domain -x" and the like are handed on
	@$(BIN)/python -m pytest $(ARGS)

check: setup ## Check style, floors and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy

library: setup ## Check the texts that are delivered: errors fail, warnings are for a person to judge
	$(BIN)/therapist-publish check resources

format: setup ## Put the code into the one format, and mend what can be mended safely
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: setup ## Choose the newest allowed versions anew (needs uv)
	@command -v uv >/dev/null || { echo "uv is needed for this: pip install uv" >&2; exit 1; }
	$(COMPILE) pyproject.toml --extra publisher --group pyproject.toml:dev -o requirements.lock
	$(COMPILE) --group pyproject.toml:benchmarks -o benchmarks/requirements.lock

benchmarks: setup-benchmarks ## Measure everything beside its peers; ARGS="--rows 1000000 --write" and the like are handed on
	@$(BIN)/python -m benchmarks all $(ARGS)

screenshots: setup ## Take a picture of every screen, in light and dark and in two sizes, and put all on one sheet
	@QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m tests.screenshots $(ARGS)

starter: setup ## Build the starter release that the program is delivered with
	@$(BIN)/therapist-publish starter -o resources/starter/ $(ARGS)

setup: ## Make the environment, or do nothing when it is there
	@.ci/setup

setup-test:
	@.ci/setup test

setup-benchmarks:
	@.ci/setup benchmarks

clean: ## Remove everything that was made here
	rm -rf .venv .setup.log .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
