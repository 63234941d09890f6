"""Where the files lie that are delivered with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def shipped(*parts: str) -> Path:
    """A file or folder of `resources/`: inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources").joinpath(*parts)
