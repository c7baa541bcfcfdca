# Every target creates .venv and what it needs by itself, and is quick the second time.
.ONESHELL:
.SHELLFLAGS := -eu -c
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: play setup test check bench lock upgrade

play: $(READY)  ## the real bot against an embedded Telegram, with a page to try it: make play ARGS="--port 8081"
	exec $(BIN)/linli play $(ARGS)

setup: $(READY)  ## a few questions; then configuration, database, systemd unit and the steward's link
	exec $(BIN)/linli setup $(ARGS)

test: $(READY)  ## every test; the browser journeys need Chromium
	$(BIN)/pytest -n auto --dist loadgroup $(ARGS)

check: $(READY)  ## what must be green before anything lands
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	said=$$(mktemp); trap 'rm -f "$$said"' EXIT
	{ $(BIN)/mypy && $(BIN)/lint-imports; } >"$$said" 2>&1 & reading=$$!  # beside the tests, which wait now and then
	tests=0; $(MAKE) --no-print-directory test || tests=$$?
	read=0; wait $$reading || read=$$?
	cat "$$said"
	exit $$((tests ? tests : read))

bench: $(READY)  ## measures, side by side in one run
	$(BIN)/python -m bench $(ARGS)

upgrade: $(READY)  ## snapshot, fetch, migrate, check, restart; or back again to what ran before
	exec $(BIN)/python -m bot upgrade $(ARGS)

lock: $(READY)  ## after a change of pyproject.toml: pin versions and hashes anew
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml --group dev -o requirements.lock

$(READY): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "需要 Python 3.11 以上和 venv：sudo apt install python3-venv · Python 3.11+ with venv is needed"; exit 1; }
	@echo "正在准备（第一次约一分钟）… · getting ready (about a minute the first time) …"
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
