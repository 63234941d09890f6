"""Workbooks with everything in them that real ones have, and a real one where it is at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.publishing.conftest import ROOT, Run, records_in
from tests.publishing.workbooks import COLUMNS, Sheets, a_row, write_directory, write_workbook
from therapist_desktop.data.datafile.fields import PhoneNumber, Source
from therapist_desktop.data.datafile.records import Center

REAL = ROOT.parent / "shared" / "data" / "samhsa" / "National_Directory_MH_2024_Final.xlsx"
NAME = "National_Directory_MH_2024.xlsx"


def the_only(work: Path) -> Center:
    (center,) = records_in(work / "center.jsonl")
    assert isinstance(center, Center)
    return center


def test_a_row_becomes_a_center(tmp_path: Path, run: Run) -> None:
    book = write_directory(tmp_path / NAME, a_row(name2="  Adult   Unit ", intake1="212-555-0143 x12"))
    code, report = run("import", "samhsa", book, "-o", tmp_path / "work")
    center = the_only(tmp_path / "work")
    assert (code, report["read"], report["listings"]) == (0, 1, 1)
    assert (center.name, center.alternate_name) == ("Sample Valley Clinic", "Adult Unit")
    assert center.care == ("mental-health", "substance-use")
    assert (center.setting, center.approach, center.language) == (("outpatient",), ("cbt",), ("es",))
    assert [payer.id for payer in center.payer] == ["medicaid"]
    assert center.phones == (
        PhoneNumber(number="2125550142"),
        PhoneNumber(number="2125550143", extension="12", description="Intake"),
    )
    assert center.address.postal_code == "10001"
    assert 4_060_000 < (center.address.latitude or 0) < 4_090_000
    assert center.sources == (
        Source(
            name="SAMHSA National Directory of Mental Health Treatment Facilities",
            date="2024",
            url="https://www.samhsa.gov/",
        ),
    )
    assert (center.verified_on, center.next_step, center.accepting.status) == (None, "", "unknown")
    assert center.codes == "SA MH * OP * OMH * CBT * MD * ADLT * SP"


def test_identical_rows_are_merged_and_programs_of_one_clinic_are_not(tmp_path: Path, run: Run) -> None:
    rows = [a_row(), a_row(name1=" Sample  Valley Clinic "), a_row(phone="212-555-0150"), a_row(name2="Youth Unit")]
    book = write_directory(tmp_path / NAME, *rows)
    _, report = run("import", "samhsa", book, "-o", tmp_path / "work")
    assert (report["read"], report["listings"], report["merged"]) == (4, 3, 1)
    assert len({record.id for record in records_in(tmp_path / "work" / "center.jsonl")}) == 3


def test_the_order_of_rows_changes_nothing(tmp_path: Path, run: Run) -> None:
    rows = [a_row(phone=f"212-555-01{number}") for number in range(10, 30)]
    for folder, ordered in (("one", rows), ("two", rows[::-1])):
        book = write_directory(tmp_path / NAME, *ordered)
        run("import", "samhsa", book, "-o", tmp_path / folder)
    assert (tmp_path / "one" / "center.jsonl").read_bytes() == (tmp_path / "two" / "center.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("columns", "phones"),
    [
        ({"phone": "888-85COMPA"}, (PhoneNumber(number="8888526672", vanity="888-85COMPA"),)),
        (
            {"phone": "212-555-0142", "intake1": "888-852-6672", "intake1a": "888-85COMPA"},
            (
                PhoneNumber(number="2125550142"),
                PhoneNumber(number="8888526672", vanity="888-85COMPA", description="Intake"),
            ),
        ),
        ({"phone": "555-0142"}, (PhoneNumber(raw="555-0142"),)),
        ({"phone": "ask at the desk"}, (PhoneNumber(raw="ask at the desk"),)),
        ({"phone": "(212) 555-0142 ext. 7"}, (PhoneNumber(number="2125550142", extension="7"),)),
        ({"phone": "800-611-0142"}, (PhoneNumber(number="8006110142"),)),
        ({"phone": ""}, ()),
    ],
    ids=lambda value: "" if isinstance(value, tuple) else " ".join(value.values()),
)
def test_phones_are_read_or_kept_as_they_are(
    columns: dict[str, str], phones: tuple[PhoneNumber, ...], tmp_path: Path, run: Run
) -> None:
    book = write_directory(tmp_path / NAME, a_row(**columns))
    run("import", "samhsa", book, "-o", tmp_path / "work")
    assert the_only(tmp_path / "work").phones == phones


def test_what_spreadsheets_do_to_cells_is_undone(tmp_path: Path, run: Run) -> None:
    row = a_row(
        name1="SAMPLE VALLEY COUNSELING CENTER OF McTESTER".upper(),
        street1="- - -",
        city="Boston",
        state="Massachusetts",
        zip=2108,
        phone=6175550142.0,
    )
    book = write_directory(tmp_path / NAME, row)
    run("import", "samhsa", book, "-o", tmp_path / "work")
    center = the_only(tmp_path / "work")
    assert center.name == "Sample Valley Counseling Center of McTester"
    assert (center.address.postal_code, center.address.state_province) == ("02108", "MA")
    assert center.address.address_1 == ""
    assert center.phones == (PhoneNumber(number="6175550142"),)


def test_rejected_rows_are_told_with_their_row_and_rule(tmp_path: Path, run: Run) -> None:
    rows: list[list[object]] = [
        a_row(),
        a_row(name1=""),
        a_row(city="", zip="abc"),
        [""] * len(COLUMNS),
        a_row(name1="Test House"),
    ]
    book = write_directory(tmp_path / NAME, *rows)
    _, report = run("import", "samhsa", book, "-o", tmp_path / "work")
    rejects = [json.loads(line) for line in Path(report["reject_file"]).read_text(encoding="utf-8").splitlines()]
    assert report["read"] == report["listings"] + report["merged"] + report["rejected"] + report["skipped"]
    assert (report["listings"], report["rejected"], report["skipped"]) == (2, 2, 1)
    assert [(one["row"], one["field"]) for one in rejects] == [(3, "name1"), (4, "zip")]


def test_unknown_codes_are_counted_and_kept(tmp_path: Path, run: Run) -> None:
    book = write_directory(
        tmp_path / NAME, *(a_row(name2=f"{n}", service_code_info="MH * MD NEW ZZZ") for n in range(2))
    )
    _, report = run("import", "samhsa", book, "-o", tmp_path / "work")
    assert {(one["value"], one["count"]) for one in report["warnings"]} == {("PAY NEW", 2), ("ZZZ", 2)}
    center = records_in(tmp_path / "work" / "center.jsonl")[0]
    assert isinstance(center, Center)
    assert center.codes == "MH * MD NEW ZZZ"
    assert center.payment == ("medicaid",)


def test_columns_are_found_by_name(tmp_path: Path, run: Run) -> None:
    order = list(range(len(COLUMNS)))[::-1]
    row = a_row()
    book = write_directory(tmp_path / NAME, [row[at] for at in order], columns=[COLUMNS[at].upper() for at in order])
    run("import", "samhsa", book, "-o", tmp_path / "work")
    assert the_only(tmp_path / "work").name == "Sample Valley Clinic"


def test_the_same_book_again_replaces_its_rows_and_the_other_book_stays(tmp_path: Path, run: Run) -> None:
    work = tmp_path / "work"
    run("import", "samhsa", write_directory(tmp_path / NAME, a_row(), a_row(name2="Gone")), "-o", work)
    other = [[*line] for line in (("category_code", "service_code"), ("TC", "SA"), ("DETOX", "ADTX"))]
    rows = [COLUMNS, a_row(service_code_info="SA * ADTX")]
    sheets: Sheets = {"Facilities List": rows, "Service Code Reference": other}
    run("import", "samhsa", write_workbook(tmp_path / "SU_2025.xlsx", sheets), "-o", work)
    assert len(records_in(work / "center.jsonl")) == 3
    run("import", "samhsa", write_directory(tmp_path / NAME, a_row()), "-o", work)
    found = records_in(work / "center.jsonl")
    dates = {record.sources[0].date for record in found if isinstance(record, Center)}
    assert (len(found), dates) == (2, {"2024", "2025"})


def test_what_is_not_the_directory_leaves_nothing_behind(tmp_path: Path, run: Run) -> None:
    lacking = [name for name in COLUMNS if name not in {"zip", "phone"}]
    (tmp_path / "notes.xlsx").write_text("these are notes", encoding="utf-8")
    books = {
        write_directory(tmp_path / "short.xlsx", ["x"] * len(lacking), columns=lacking): "zip, phone",
        tmp_path / "notes.xlsx": "cannot be read as an Excel workbook",
        tmp_path / "nowhere.xlsx": "there is no such file",
    }
    for book, what in books.items():
        good = write_directory(tmp_path / NAME, a_row())
        code, line = run("import", "samhsa", good, book, "-o", tmp_path / "work")
        assert code == 1
        assert what in line
        assert not (tmp_path / "work").exists()


@pytest.mark.skipif(not REAL.exists(), reason="the real workbook is not part of the tree")
def test_the_real_book_adds_up(tmp_path: Path, run: Run) -> None:
    code, report = run("import", "samhsa", REAL, "-o", tmp_path / "work")
    assert (code, report["read"]) == (0, 8319)
    assert report["read"] == report["listings"] + report["merged"] + report["rejected"] + report["skipped"]
    assert (report["merged"], report["rejected"]) == (8, 0)
    assert [one["rule"] for one in report["warnings"]] == ["the row does not say its type of care"]
    centers = records_in(tmp_path / "work" / "center.jsonl")
    assert len({center.id for center in centers}) == report["listings"]
    assert all(isinstance(one, Center) and one.phones and one.address.latitude for one in centers)
    assert sum(1 for one in centers if isinstance(one, Center) and not one.care) == 1
