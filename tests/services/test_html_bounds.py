"""A text of 50 MB, or one nested ten thousand deep, is refused with little memory and little work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MB = 1 << 20
SPARE_MB = 250
"""What a refusal may take besides the text itself: interpreter, cleaner and all."""
SECONDS = 20
"""Of the processor, for everything: what grows with the square of the text takes minutes. No time is measured."""

TEXTS = {
    "50 MB of words": "'<p>word word</p>' * 3_300_000",
    "50 MB in one word": "'x' * 50_000_000",
    "50 MB of tags": "'<b>' * 16_600_000",
    "50 MB of controls": "'\\x07' * 50_000_000",
    "50 MB of pointed brackets": "'<' * 50_000_000",
    "10,000 deep": "'<div>' * 10_000 + 'a' + '</div>' * 10_000",
    "66,000 deep": "'<div>' * 66_000",
    "10,000 tables deep": "'<table><tr><td>' * 10_000",
    "lists": "'<ul><li>' * 20_000",
    "styles that are taken up again and again": "''.join(f'<font size={n}>' for n in range(5_000)) + '<p>x' * 5_000",
    "one tag with 40,000 attributes": "'<p ' + ' '.join(f'a{n}=1' for n in range(40_000)) + '>x'",
}
CHILD = """
import resource, sys
text = {text}
from therapist_desktop.services.html import clean, cleaned, plain_text
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
size = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (size + {spare}, size + {spare}))
refused = cleaned(text) is None
shown = clean(text)
assert len(shown.encode()) <= 400_000 and clean(shown) == shown
print("refused" if refused else "kept", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base)
"""
FILE = """
import resource, sys
from pathlib import Path
from therapist_desktop.domain.errors import WorkBroken
from therapist_desktop.publishing.library import read_library
file = Path(sys.argv[1])
file.parent.mkdir()
file.write_text('+++\\ntitle = "X"\\n+++\\n\\n' + {text}, encoding="utf-8")
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
size = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (size + {spare}, size + {spare}))
try:
    read_library(file.parent.parent)
except WorkBroken as error:
    print(error)
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits of a process are set as Linux has them")


def told(program: str, text: str, *arguments: object) -> str:
    filled = program.format(text=text, seconds=SECONDS, spare=SPARE_MB * MB)
    command = [sys.executable, "-c", filled, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    return done.stdout.strip()


@pytest.mark.parametrize("name", TEXTS)
def test_the_reader_refuses_within_bounds(name: str) -> None:
    verdict, grown = told(CHILD, TEXTS[name]).split()
    assert int(grown) * 1024 <= SPARE_MB * MB
    if "attributes" not in name and "again and again" not in name:
        assert verdict == "refused"


def test_the_bounds_can_be_felt() -> None:
    filled = CHILD.replace("cleaned(text) is None", "bytearray(300 << 20) is None")
    with pytest.raises(AssertionError, match="MemoryError"):
        told(filled, "'x'")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("'word ' * 10_000_000", 1, "larger than 1000 kB"),
        ("'word ' * 100_000", 4, "too large or too tangled"),
        ("'x' * 5_000", 4, "too large or too tangled"),
    ],
    ids=["50 MB", "half a MB", "a word without end"],
)
def test_the_publisher_refuses_with_file_and_line(text: str, line: int, what: str, tmp_path: Path) -> None:
    file = tmp_path / "faq" / "x.md"
    said = told(FILE, text, file)
    assert said.startswith(f"{file}, line {line}: ")
    assert what in said
