"""Plain text as Markdown that shows it as it is."""

from __future__ import annotations

import re

from therapist_desktop.domain.text import without_steering

_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~$&])")
_AT_THE_START = re.compile(r"^(\s{0,3})(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-{2,}\s*$|\d{1,9}(?=[.)](?:\s|$)))")


def escaped(text: str) -> str:
    """The text in one or more paragraphs, with nothing in it that Markdown would take for a sign."""
    lines = (_line(line) for line in without_steering(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"))
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join("  \n".join(lines) for lines in paragraphs if lines)


def quoted(text: str) -> str:
    """The text as a quotation."""
    inside = escaped(text)
    return (
        "\n".join(f"> {line}".rstrip(" ") if not line.strip() else f"> {line}" for line in inside.split("\n"))
        if inside
        else ""
    )


def _line(line: str) -> str:
    bare = _ANYWHERE.sub(r"\\\1", line.strip())
    found = _AT_THE_START.match(bare)
    if found is None:
        return bare
    sign = found[2]
    if sign[0].isdigit():  # "1." would begin a list
        return f"{sign}\\{bare[found.end() :]}"
    return f"\\{bare}"
