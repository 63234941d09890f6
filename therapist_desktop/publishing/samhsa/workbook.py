"""A National Directory workbook: the facilities and the codes that this very book explains."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from python_calamine import CalamineError, CalamineWorkbook

from therapist_desktop.domain.errors import NotTheDirectory
from therapist_desktop.publishing.samhsa.cells import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

EXPECTED: Final = "a SAMHSA National Directory workbook"
NOT_STATED: Final = "not stated"
MENTAL_HEALTH: Final = "mental-health"
SUBSTANCE_USE: Final = "substance-use"
NAMES: Final = {
    MENTAL_HEALTH: "SAMHSA National Directory of Mental Health Treatment Facilities",
    SUBSTANCE_USE: "SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities",
    "": "SAMHSA National Directory of Treatment Facilities",
}

_COLUMNS: Final = ("name1", "street1", "city", "state", "zip", "phone", "service_code_info")
_CODE_COLUMNS: Final = ("category_code", "service_code")
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_IN_NAME: Final = {
    MENTAL_HEALTH: re.compile(r"(?:^|[^a-z])mh(?:[^a-z]|$)|mental", re.IGNORECASE),
    SUBSTANCE_USE: re.compile(r"(?:^|[^a-z])s[au](?:[^a-z]|$)|substance|drug", re.IGNORECASE),
}
_ONLY_THERE: Final = {MENTAL_HEALTH: {"FT", "EMS"}, SUBSTANCE_USE: {"OT", "DETOX", "HOSP"}}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the sheet, cells by column name, with the number a person sees beside it."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Book:
    """Which of the two yearly books this is; `year` is the year it is named after."""

    file: str
    kind: str
    year: str

    @property
    def name(self) -> str:
        """The title of the book."""
        return NAMES[self.kind]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook, read. `reference` gives for each code the categories it has in this book, in their order."""

    book: Book
    rows: tuple[Row, ...]
    blank: int
    reference: Mapping[str, tuple[str, ...]]


def read_workbook(file: Path, year: str = "") -> Workbook:
    """The whole workbook. Raises NotTheDirectory with what is missing."""
    sheets = _sheets(file)
    header, lines = _facilities(file, sheets)
    numbered = [Row(number, dict(zip(header, line, strict=False))) for number, line in lines]
    rows = tuple(row for row in numbered if any(row.cells.values()))
    reference = _reference(sheets)
    categories = {category for found in reference.values() for category in found}
    book = Book(file.name, _kind(file.stem, categories), year or _year(file.stem))
    return Workbook(book, rows, len(numbered) - len(rows), reference)


def _sheets(file: Path) -> list[list[list[str]]]:
    if not file.is_file():
        raise NotTheDirectory(file=file, expected=EXPECTED, what="there is no such file")
    try:
        workbook = CalamineWorkbook.from_path(file)
        found = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
        sheets = [sheet.to_python(skip_empty_area=False) for sheet in found]
    except (CalamineError, OSError) as error:
        what = getattr(error, "strerror", None) or "it cannot be read as an Excel workbook"
        raise NotTheDirectory(file=file, expected=EXPECTED, what=what) from error
    return [[[cell_text(value) for value in line] for line in sheet] for sheet in sheets]


def _facilities(file: Path, sheets: Sequence[list[list[str]]]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header and the numbered lines below it of the sheet that has all the columns."""
    missing = set(_COLUMNS)
    for sheet in sheets:
        start = next((number for number, line in enumerate(sheet) if any(line)), None)
        if start is None:
            continue
        header = [name.lower() for name in sheet[start]]
        lacking = set(_COLUMNS) - set(header)
        if not lacking:
            return header, list(enumerate(sheet[start + 1 :], start + 2))
        missing = min(missing, lacking, key=len)
    columns = ", ".join(name for name in _COLUMNS if name in missing)
    raise NotTheDirectory(file=file, expected=EXPECTED, what=f"these columns are missing: {columns}")


def _reference(sheets: Sequence[list[list[str]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for sheet in sheets:
        header = [name.lower() for name in next((line for line in sheet if any(line)), [])]
        if not set(_CODE_COLUMNS) <= set(header):
            continue
        category_at, code_at = (header.index(column) for column in _CODE_COLUMNS)
        for line in sheet:
            category, code = line[category_at], line[code_at]
            if code and category and code.lower() != "service_code":
                found[code] = tuple(dict.fromkeys((*found.get(code, ()), category)))
    return found


def _kind(stem: str, categories: set[str]) -> str:
    """By the codes that only one of the books has; by the file's name where it brings no codes."""
    by_codes = [kind for kind, only in _ONLY_THERE.items() if only & categories]
    by_name = [kind for kind, form in _IN_NAME.items() if form.search(stem)]
    for found in (by_codes, by_name):
        if len(found) == 1:
            return found[0]
    return ""


def _year(stem: str) -> str:
    years = _YEAR.findall(stem)
    return years[0] if years else NOT_STATED
