"""python -m benchmarks NAME [--rows N] [--json]: figures with their peers from the same run, as ratios."""

import argparse
import json
import sys

from benchmarks import spine
from benchmarks.figures import Figure, table

BENCHMARKS = {"spine": spine.measure}


def main(argv: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=sorted(BENCHMARKS))
    parser.add_argument("--rows", type=int, default=100_000, help="listings (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")
    asked = parser.parse_args(argv)
    figures: list[Figure] = BENCHMARKS[asked.name](asked.rows)
    if asked.json:
        print(json.dumps({"benchmark": asked.name, "rows": asked.rows, "figures": [one.as_json() for one in figures]}))
    else:
        print(table(f"{asked.name}, {asked.rows:,} listings", figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
