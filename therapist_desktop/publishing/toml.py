"""TOML that says in which line it is wrong."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from therapist_desktop.domain.errors import WorkBroken

if TYPE_CHECKING:
    from pathlib import Path

    import msgspec

MAX_BYTES = 1_000_000
"""A record is a line of a data file, which has a limit of its own."""
_HALF_MERGED = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_AT = re.compile(r" \(at line (\d+), column \d+\)$")
_FIELD = re.compile(r"^(?P<rule>.*?) - at `(?P<path>[^`]*)`$", re.DOTALL)


def read_text(file: Path) -> str:
    """The text of a file. Raises WorkBroken when it is too large, cannot be read, is not UTF-8 or was half merged."""
    try:
        if file.stat().st_size > MAX_BYTES:
            raise WorkBroken(file=file, line=1, what=f"it is larger than {MAX_BYTES // 1000} kB")
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise WorkBroken(file=file, line=line, what="it is not UTF-8 text") from error
    except OSError as error:
        raise WorkBroken(file=file, line=1, what=error.strerror or "it cannot be read") from error
    if half := _HALF_MERGED.search(text):
        line = text[: half.start()].count("\n") + 1
        raise WorkBroken(file=file, line=line, what="two versions stand there; choose one and take the marks out")
    return text


def parse(text: str, file: Path, above: int = 0) -> dict[str, Any]:
    """The table in a text that begins `above` lines into its file. Raises WorkBroken."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = _AT.search(message)
        line = int(at[1]) if at else text.count("\n") + 1
        raise WorkBroken(file=file, line=above + line, what=_AT.sub("", message)) from error


def trouble(error: msgspec.ValidationError, text: str, file: Path, above: int = 0) -> WorkBroken:
    """What a record type says about a table, with the line of the field it complains about."""
    match = _FIELD.match(str(error))
    rule, path = (match["rule"], match["path"].removeprefix("$").lstrip(".")) if match else (str(error), "")
    field = re.split(r"[.\[]", path)[0] or _quoted(rule)
    what = f"{path}: {rule}" if path else rule
    return WorkBroken(file=file, line=above + line_of(field, text), what=what)


def line_of(field: str, text: str) -> int:
    """The line on which a field is set; 1 when it is not there."""
    form = re.compile(rf"^\s*(?:{re.escape(field)}\s*=|\[+\s*{re.escape(field)}\s*\]+)", re.MULTILINE)
    match = form.search(text) if field else None
    return text.count("\n", 0, match.end()) + 1 if match else 1


def _quoted(rule: str) -> str:
    """The field named inside a sentence such as: Object contains unknown field `colour`."""
    match = re.search(r"`([^`]+)`", rule)
    return match[1] if match else ""
