"""The taxonomy files (`resources/taxonomy/<facet>.toml`) as records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from therapist_desktop.data.datafile.fields import ValueId
from therapist_desktop.data.datafile.records import TaxonomyRecord
from therapist_desktop.domain.errors import WorkBroken
from therapist_desktop.domain.taxonomy import COMPACT, Facet
from therapist_desktop.publishing import toml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODE_MAP: Final = "samhsa.toml"
_LISTS: Final = (*Facet, COMPACT)


class _Value(msgspec.Struct, frozen=True):
    """One `[[value]]`. Other keys (class, min_age, prescribes, as_of, note) are for people and are not published."""

    id: ValueId
    label: Annotated[str, Meta(min_length=1, max_length=300)]
    parent: str = ""
    group: bool = False
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class _Facet(msgspec.Struct, frozen=True):
    label: Annotated[str, Meta(min_length=1, max_length=300)]
    value: tuple[_Value, ...] = ()


def read_taxonomy(folder: Path) -> tuple[TaxonomyRecord, ...]:
    """All values in screen order, each facet after its heading. Raises WorkBroken with file and line."""
    known = {f"{one}.toml" for one in _LISTS} | {CODE_MAP}
    for file in sorted(folder.glob("*.toml")):
        if file.name not in known:
            raise WorkBroken(file=file, line=1, what=f"{file.stem} is not a facet of this program")
    return tuple(record for one in _LISTS for record in _facet(one, folder / f"{one}.toml"))


def _facet(facet: str, file: Path) -> Iterator[TaxonomyRecord]:
    if not file.is_file():
        return
    text = toml.read_text(file)
    table = toml.parse(text, file)
    try:
        read = msgspec.convert(table, _Facet)
    except msgspec.ValidationError as error:
        raise toml.trouble(error, text, file) from error
    _refuse_repeats(read, text, file)
    place = _LISTS.index(facet)
    yield TaxonomyRecord(id=str(facet), taxonomy=str(facet), name=read.label, position=place)
    for position, value in enumerate(read.value):
        yield TaxonomyRecord(
            id=f"{facet}/{value.id}",
            taxonomy=str(facet),
            code=value.id,
            name=value.label,
            position=position,
            parent=value.parent,
            group=value.group,
            aliases=value.aliases,
            codes=value.codes,
        )


def _refuse_repeats(read: _Facet, text: str, file: Path) -> None:
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[value]]"]
    seen: set[str] = set()
    for number, value in zip(lines, read.value, strict=False):
        if value.id in seen:
            raise WorkBroken(file=file, line=number, what=f"the id {value.id} is given twice")
        seen.add(value.id)
