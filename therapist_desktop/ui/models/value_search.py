"""Finds values of the taxonomy by any of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from therapist_desktop.domain.taxonomy import Value


def called(values: Iterable[Value], looked_for: str) -> tuple[tuple[Value, str], ...]:
    """The values that are called so, those first of which a name begins so.

    Each with the other name that it was found by, or nothing where its label was enough.
    """
    wanted = fold(looked_for)
    begins: list[tuple[Value, str]] = []
    holds: list[tuple[Value, str]] = []
    for value in values:
        label = fold(value.label)
        names = [(label, ""), *((fold(alias), alias) for alias in value.aliases)]
        start = next((alias for name, alias in names if name.startswith(wanted)), None)
        inside = next((alias for name, alias in names if wanted in name), None)
        if start is not None:
            begins.append((value, "" if wanted in label else start))
        elif inside is not None:
            holds.append((value, inside))
    return (*begins, *holds)
