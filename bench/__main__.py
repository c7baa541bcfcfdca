"""`make bench`: measures, side by side in one run. `make bench ARGS=--quick` is a minute; `--json` for programs;
`python -m bench tickets` measures that part alone."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from bench import machine, table, tickets
from bench.measures import QUICK, Size, measure
from bench.theatre import Theatre


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=["tickets"], help="only this part")
    parser.add_argument("--quick", action="store_true", help="fewer updates, one round")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    options = parser.parse_args()
    size = QUICK if options.quick else Size()
    if options.part:
        return _alone(size, as_json=options.json)
    Path("var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir="var") as folder:
        about = machine.about(Path(folder))
        with Theatre(Path(folder).absolute()) as theatre:
            report = measure(theatre, size, _progress)
    _progress("")
    print(json.dumps({"about": about, **asdict(report)}) if options.json else table.printed(about, report))
    return None


def _alone(size: Size, *, as_json: bool) -> None:
    found = tickets.measure(size.reports)
    print(json.dumps(asdict(found)) if as_json else "\n".join(table.repairs(found)))


def _progress(what: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{what}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
