"""Where the source is, for the tests that read it."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]

_NOT_OURS = {"__pycache__", "build", "dist", "node_modules"}


def files_of(folder: Path, pattern: str = "*") -> Iterator[Path]:
    """Every file below that a person made: nothing hidden or generated, save the folder of CI."""
    for path in sorted(folder.rglob(pattern)):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") and part not in {".ci", ".gitignore"} for part in parts)
        if path.is_file() and not hidden and not _NOT_OURS.intersection(parts):
            yield path


def modules_of(package: str) -> list[str]:
    """The dotted names of all modules of one of our packages."""
    names = (file.relative_to(ROOT).with_suffix("") for file in files_of(ROOT / package.replace(".", "/"), "*.py"))
    return [".".join(name.parts).removesuffix(".__init__") for name in names if name.name != "__main__"]


def loaded_by(modules: Sequence[str]) -> dict[str, str]:
    """What a fresh interpreter loads to import these: names of modules and the files they came from."""
    program = (
        "import importlib, json, sys\n"
        "before = set(sys.modules)\n"
        f"for name in {list(modules)!r}: importlib.import_module(name)\n"
        "new = {n: getattr(m, '__file__', None) or '' for n, m in sys.modules.items() if n not in before}\n"
        "print(json.dumps(new))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded: dict[str, str] = json.loads(done.stdout)
    return loaded
