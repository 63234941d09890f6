"""Real data that is no part of the project. Where it lies beside the checkout (in ../shared) tests use it."""

from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared" / "data"
