# Names for what the scripts do; `make` alone lists them.

.PHONY: help try test lint format install ci clean

help:
	@echo 'make try      build Holdfast and see it at work on a sample'
	@echo 'make test     run all tests'
	@echo 'make lint     check the layout of the sources'
	@echo 'make format   put the layout right'
	@echo 'make install  install for your account; PREFIX=/usr/local for everybody'
	@echo 'make ci       what has to pass before a change is merged'
	@echo 'make clean    remove what was built'

try:
	scripts/try

test:
	scripts/test

lint:
	scripts/lint

format:
	swift format --in-place --recursive --parallel Sources Tests

install:
	scripts/install $(PREFIX)

ci:
	.ci/run

clean:
	rm -rf .build
