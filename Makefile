# Pressday's commands; `make` alone lists them. Everything they make is in var/.

PORT ?= 8000
ARGS ?=
UPGRADE ?=

unexport DJANGO_SETTINGS_MODULE
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test anyday browser check format bench soak lock ci clean run-packages dev-packages

python := var/venv/bin/python
postgres := $(python) -m tests.postgres --
pytest := $(python) -m pytest
on_sqlite := env -u DATABASE_URL
step = @printf '\n== %s\n'

# Production's settings, for what Django checks about them.
production = env -u LOCAL -u DEBUG BEHIND_PROXY=1 SITE_URL=https://www.example.org \
	ALLOWED_HOSTS=www.example.org DATABASE_URL=sqlite:///var/check/pressday.sqlite3 \
	MEDIA_ROOT=var/check/media STATIC_ROOT=var/check/static \
	SECRET_KEY="$$($(python) -c 'import secrets; print(secrets.token_urlsafe(50))')"

help:
	@echo "make demo [PORT=8123]     a living site with its admin, on this machine (data in var/)"
	@echo "make test [ARGS='-k feed'] all tests, on SQLite and then on PostgreSQL"
	@echo "make anyday               what counts days from today, as if today were another day"
	@echo "make browser              the tests that need Chromium or the HTML validator"
	@echo "make check                lint, format, types, templates, migrations, imports, settings"
	@echo "make format               puts code and templates into their format"
	@echo "make soak                 the long proofs, on both databases"
	@echo "make bench                figures: queries and time by size, on both databases"
	@echo "make lock [UPGRADE=1]     writes requirements/*.txt from pyproject.toml"
	@echo "make ci                   what continuous integration runs"
	@echo "make clean                removes what can be made again; the demo's data stays"
	@echo
	@echo "PYTHON=/path/to/python3.12 chooses the Python; else the newest of 3.13, 3.12, 3.11."

run-packages:
	@sh requirements/install.sh run

dev-packages:
	@sh requirements/install.sh dev

demo: run-packages
	@exec $(python) -m newsroom.demo --port "$(PORT)"

# Two processes halve the wait; ARGS="-n 0" runs the tests in this one.
two := -n 2 --dist worksteal
looks := browser or validator
# What needs no database has been tried by then; what ARGS asks for is tried on both.
once := $(if $(ARGS),,or plain)
test: dev-packages
	$(step) "Tests on SQLite"
	@$(on_sqlite) $(pytest) $(two) -m "not ($(looks))" $(ARGS)
	$(step) "Tests on PostgreSQL"
	@$(postgres) $(pytest) $(two) -m "not ($(looks) $(once))" $(ARGS)

# The suite's other tests set the clock themselves, or do not mind.
anyday: dev-packages
	$(step) "What counts days from today, under a dozen clocks"
	@$(on_sqlite) $(python) -m tests.anyday $(ARGS)

browser: dev-packages
	$(step) "In a browser, on SQLite"
	@$(on_sqlite) $(pytest) $(two) -m "$(looks)" $(ARGS)
	$(step) "In a browser, on PostgreSQL"
	@$(postgres) $(pytest) $(two) -m "$(looks)" $(ARGS)

# -s: a long proof shows how far it is.
soak := -m soak -s -o faulthandler_timeout=3600 $(ARGS)
soak: dev-packages
	$(step) "Long proofs on SQLite"
	@PRESSDAY_SOAK=1 $(on_sqlite) $(pytest) $(soak)
	$(step) "Long proofs on PostgreSQL"
	@PRESSDAY_SOAK=1 $(postgres) $(pytest) $(soak)

# Reading, the lists of the desk, the screen of an issue, the board; ARGS="screen" prints one of them.
bench: dev-packages
	$(step) "On SQLite"
	@for what in $(or $(ARGS),reading desk screen board); do \
		$(on_sqlite) $(python) -m tests.bench $$what || exit 1; echo; done
	$(step) "On PostgreSQL"
	@for what in $(or $(ARGS),reading desk screen board); do \
		$(postgres) $(python) -m tests.bench $$what || exit 1; echo; done

check: dev-packages
	$(step) "Requirements name no address"
	@! grep -nE '://|--(extra-)?index|--find-links|--trusted-host' requirements/*.txt
	$(step) "Lint (ruff)"
	@$(python) -m ruff check .
	$(step) "Format (ruff)"
	@$(python) -m ruff format --check .
	$(step) "Templates (djade)"
	@find templates -name '*.html' -exec var/venv/bin/djade --target-version 5.2 --check {} +
	$(step) "Direction of imports (import-linter)"
	@$(python) -c 'from importlinter.cli import lint_imports_command as run; run()' --no-logo --no-cache
	@mkdir -p var/check/static
	$(step) "Types (mypy)"
	@$(production) $(python) -m mypy
	$(step) "Missing migrations"
	@$(production) $(python) manage.py makemigrations --check --dry-run
	$(step) "Django's checks, with production's settings"
	@$(production) $(python) manage.py check --deploy --fail-level WARNING
	$(step) "Static files: whatever a stylesheet names is there (ten seconds)"
	@$(production) $(python) manage.py collectstatic --noinput --verbosity 0
	@rm -rf var/check
	@printf '\nAll checks passed.\n'

format: dev-packages
	@$(python) -m ruff check --fix --quiet . || true
	@$(python) -m ruff format .
	@find templates -name '*.html' -exec var/venv/bin/djade --target-version 5.2 {} + || true

# The set for developing first: its pins then bind the set for running, which is part of it.
compile = $(python) -m uv pip compile pyproject.toml --universal --generate-hashes --no-header \
	--python-version 3.11 --quiet $(if $(UPGRADE),--upgrade)
lock: dev-packages
	$(compile) --extra dev --output-file requirements/dev.txt
	$(compile) --constraint requirements/dev.txt --output-file requirements/run.txt
	@! grep -nE '://|--(extra-)?index|--find-links|--trusted-host' requirements/*.txt

ci:
	@bash .ci/run

clean:
	rm -rf var/venv var/cache var/check var/vnu var/browser-tests var/install.log
	@find . -path ./var -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
