"""Small Excel workbooks, written by hand: a zip with a little XML. All facilities in them are made up."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Sheets = Mapping[str, Sequence[Sequence[object]]]

COLUMNS = (
    "name1",
    "name2",
    "street1",
    "street2",
    "city",
    "state",
    "zip",
    "phone",
    "intake1",
    "intake2",
    "intake1a",
    "intake2a",
    "service_code_info",
)
CODES = (
    ("category_code", "category_name", "service_code", "service_name", "service_description"),
    ("TC", "Type of Care", "SA", "Substance use treatment", ""),
    ("TC", "Type of Care", "MH", "Mental health treatment", ""),
    ("SET", "Service Setting", "OP", "Outpatient", ""),
    ("FT", "Facility Type", "OMH", "Outpatient mental health facility", ""),
    ("TAP", "Treatment Approaches", "CBT", "Cognitive behavioral therapy", ""),
    ("PAY", "Payment", "MD", "Medicaid", ""),
    ("PAY", "Payment", "NEW", "A way to pay that we do not know", ""),
    ("AGE", "Ages", "ADLT", "Adults", ""),
    ("SL", "Language Services", "SP", "Spanish", ""),
)
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def a_row(**changed: object) -> list[object]:
    """One made-up facility in the order of COLUMNS."""
    facts: dict[str, object] = {
        "name1": "Sample Valley Clinic",
        "street1": "100 Sample Street",
        "city": "New York",
        "state": "NY",
        "zip": "10001",
        "phone": "212-555-0142",
        "service_code_info": "SA MH * OP * OMH * CBT * MD * ADLT * SP",
    }
    row = {**facts, **changed}
    return [row.get(column, "") for column in COLUMNS]


def write_directory(file: Path, *rows: Sequence[object], columns: Sequence[str] = COLUMNS) -> Path:
    """A National Directory workbook with these facilities."""
    return write_workbook(file, {"Facilities List": [columns, *rows], "Service Code Reference": CODES})


def write_workbook(file: Path, sheets: Sheets) -> Path:
    """An .xlsx with text in inline strings and numbers as numbers."""
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": _types(numbers),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _book(list(sheets)),
        "xl/_rels/workbook.xml.rels": _relations(
            {f"rId{number}": ("worksheet", f"worksheets/sheet{number}.xml") for number in numbers}
        ),
        **{
            f"xl/worksheets/sheet{number}.xml": _sheet(rows)
            for number, rows in zip(numbers, sheets.values(), strict=True)
        },
    }
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return file


def _types(numbers: Sequence[int]) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for number in numbers
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>{sheets}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _book(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(names, 1)
    )
    return f'<workbook xmlns="{_SHEETS}" xmlns:r="{_RELATIONS}"><sheets>{sheets}</sheets></workbook>'


def _sheet(rows: Sequence[Sequence[object]]) -> str:
    lines = "".join(f'<row r="{number}">{_cells(row, number)}</row>' for number, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{_SHEETS}"><sheetData>{lines}</sheetData></worksheet>'


def _cells(row: Sequence[object], number: int) -> str:
    return "".join(
        _cell(value, f"{chr(ord('A') + place)}{number}") for place, value in enumerate(row) if value not in {"", None}
    )


def _cell(value: object, at: str) -> str:
    if isinstance(value, int | float):
        return f'<c r="{at}"><v>{value}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'
