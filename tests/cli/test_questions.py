"""search, show and library: what scripts rely on and what people read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.conftest import Ask
from therapist_desktop.domain.text import fold
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.paths import AppPaths

ROW_KEYS = {"id", "kind", "name", "city", "state", "zip", "phone", "miles", "verified_on", "freshness", "why"}
SEARCH_KEYS = {"release", "total", "rows", "counts", "near_miss", "took_ms"}


def test_search_answers_with_the_keys_scripts_rely_on(ask: Ask) -> None:
    said = ask("search", "--json", "--limit", 5)
    assert (said.code, said.err) == (0, "")
    assert said.json.keys() >= SEARCH_KEYS
    assert (said.json["release"], said.json["total"], len(said.json["rows"])) == (42, 200, 5)
    assert all(row.keys() >= ROW_KEYS for row in said.json["rows"])
    assert said.json["counts"]["accepting"].keys() == {"yes", "waitlist", "no", "unknown"}


def test_counts_are_what_choosing_gives(ask: Ask) -> None:
    counts = ask("search", "--json", "--counts").json["counts"]["payer"]
    for value, count in counts.items():
        assert ask("search", "--json", "--facet", f"payer={value}", "--limit", 0).json["total"] == count


def test_facets_narrow_and_values_widen(ask: Ask) -> None:
    one = ask("search", "--json", "--facet", "payer=medicaid").json["total"]
    either = ask("search", "--json", "--facet", "payer=medicaid", "--facet", "payer=acme").json["total"]
    both = ask("search", "--json", "--facet", "payer=medicaid", "--facet", "language=es").json["total"]
    assert both < one < either


def test_near_and_within(ask: Ask) -> None:
    said = ask("search", "--near", "Albany, NY", "--within", 5, "--sort", "distance", "--json").json
    miles = [row["miles"] for row in said["rows"]]
    assert miles == sorted(miles)
    assert all(0 <= one <= 5 for one in miles)
    assert ask("search", "--near", "12207", "--json").json["total"] > 0


def test_pages_follow_each_other(ask: Ask) -> None:
    whole = [row["id"] for row in ask("search", "--json", "--limit", 200, "--sort", "name").json["rows"]]
    pages = [
        row["id"]
        for offset in range(0, 200, 70)
        for row in ask("search", "--json", "--sort", "name", "--limit", 70, "--offset", offset).json["rows"]
    ]
    assert pages == whole
    assert ask("search", "--json", "--offset", 5_000).json["rows"] == []


def test_words_may_stand_among_the_options(ask: Ask) -> None:
    said = ask("search", "ana", "--kind", "provider", "sample", "--json").json
    assert said["total"] == ask("search", "--json", "--kind", "provider", "ana sample").json["total"]


def test_few_results_say_what_would_bring_more(ask: Ask) -> None:
    said = ask("search", "sampleton", "--facet", "specialty=ptsd", "--near", "07030", "--within", 1, "--json").json
    assert said["total"] <= 3
    assert all(miss.keys() >= {"change", "total"} for miss in said["near_miss"])
    assert said["near_miss"][0]["total"] > said["total"]


@pytest.mark.parametrize("columns", [80, 100, 200])
def test_people_read_a_table_that_fits(ask: Ask, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = ask("search", "mary", "--near", "10001", "--within", 50, "--facet", "payer=medicaid", "--counts").out
    assert max(map(len, out.splitlines())) <= columns
    assert "release 42, Test release" in out
    assert "ext. 3" in out
    assert "ago" in out
    assert "never" in out
    assert "MILES" in out
    assert "Medicaid" in out


def test_nothing_found_is_an_answer(ask: Ask) -> None:
    said = ask("search", "zzzzqqqq")
    assert said.code == 0
    assert "0 listings" in said.out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--facet", "speciality=anxiety"], "Did you mean specialty?"),
        (["--facet", "colour=blue"], "The facets are payer"),
        (["--facet", "specialty=anxeity"], "Did you mean anxiety?"),
        (["--facet", "specialty=the blu"], "Did you mean depression?"),
        (["--facet", "payer=xyzzy"], "begin with medicaid"),
        (["--facet", "payer"], "NAME=VALUE"),
        (["--near", "99999"], "The ZIP code 99999"),
        (["--near", "Nowhere, NY"], "Nowhere"),
        (["--near", "10001", "--within", "0"], "--within takes more than 0"),
        (["--near", "10001", "--within", "inf"], "--within takes more than 0"),
        (["--within", "5"], "--within needs --near"),
        (["--sort", "distance"], "--sort distance needs --near"),
        (["--sort", "name,distance"], "--sort distance needs --near"),
        (["--sort", "name", "--sort", "relevance"], "relevance can only be the first key"),
        (["--sort", "age"], "--help"),
        (["--sort", "name,"], "is none of"),
        (["--sort", "age"], "openings"),
        (["--limit", "-1"], "--limit"),
        (["--limit", "many"], "a whole number is needed"),
        (["--kind", "hotline"], "--kind"),
        (["--colour"], "unrecognized arguments: --colour"),
    ],
    ids=str,
)
def test_wrong_usage_is_one_line_and_2(ask: Ask, arguments: list[str], hint: str) -> None:
    said = ask("search", *arguments)
    assert (said.code, said.out) == (2, "")
    assert hint.lower() in said.trouble.lower()


@pytest.mark.parametrize("spelled", ["depression", "Depression", "THE BLUES", " low mood "])
def test_a_value_may_be_called_by_any_of_its_names(ask: Ask, spelled: str) -> None:
    meant = ask("search", "--facet", "specialty=depression", "--json").json
    found = ask("search", "--facet", f"specialty={spelled}", "--json").json
    assert 0 < found["total"] == meant["total"] < 200
    assert found["rows"] == meant["rows"]


def test_several_keys_of_order(ask: Ask) -> None:
    rows = ask("search", "--sort=openings,-name", "--limit", 200, "--json").json["rows"]
    places = [("yes", "waitlist", "unknown", "no").index(row["accepting"]) for row in rows]
    assert places == sorted(places)
    assert rows == ask("search", "--sort", "openings", "--sort=-name", "--limit", 200, "--json").json["rows"]
    for one, other in pairwise(rows):
        assert one["accepting"] != other["accepting"] or fold(one["name"]) >= fold(other["name"])
    turned = ask("search", "--sort=-name", "--limit", 200, "--json").json["rows"]
    assert turned == ask("search", "--sort", "name", "--limit", 200, "--json").json["rows"][::-1]


def test_show_every_kind(ask: Ask) -> None:
    listing = ask("search", "--json", "--limit", 1).json["rows"][0]
    for one, kind in ((listing["id"], listing["kind"]), ("topic:depression", "topic"), ("hotline:988", "hotline"),
                      ("term:rapport", "term"), ("article:alliance", "article")):  # fmt: skip
        said = ask("show", one, "--json")
        assert (said.code, said.json["id"], said.json["kind"], said.json["release"]) == (0, one, kind, 42)
        assert one in ask("show", one).out


def test_where_a_client_may_be_is_asked_by_any_name_and_shown_with_what_it_rests_on(ask: Ask) -> None:
    asked = [ask("search", "--json", "--facet", f"{one}", "--limit", 200).json for one in (
        "client_state=ct", "client-state=CT", "client_state=connecticut"
    )]  # fmt: skip
    assert 0 < asked[0]["total"] < 200
    assert len({tuple(row["id"] for row in one["rows"]) for one in asked}) == 1
    shown = " ".join(ask("show", "test:p34").out.split())
    assert "Compacts PSYPACT Client in New York; by PSYPACT, confirm: New Jersey, Connecticut" in shown
    assert ask("show", "test:p34", "--json").json["client_states"][1] == {
        "state": "nj",
        "by": "compact:PSYPACT",
        "label": "New Jersey",
    }


def test_a_phone_is_shown_with_its_extension(ask: Ask) -> None:
    rows = ask("search", "--json", "--limit", 200).json["rows"]
    one = next(row for row in rows if "ext." in row["phone"])
    assert ask("show", one["id"], "--json").json["phones"][0]["shown"].endswith("ext. 3")
    assert "ext. 3" in ask("show", one["id"]).out


def test_show_says_when_there_is_no_such_thing(ask: Ask) -> None:
    said = ask("show", "npi:0000000000")
    assert said.code == 1
    assert "npi:0000000000" in said.trouble


def test_a_record_that_was_altered_is_not_shown(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    really = Catalogue.piece
    monkeypatch.setattr(Catalogue, "piece", lambda self, one: replace(really(self, one), intact=False))
    said = ask("show", "hotline:988")
    assert (said.code, said.out) == (1, "")
    assert "damaged" in said.trouble


def test_library(ask: Ask) -> None:
    said = ask("library", "--json").json
    assert (said["release"], said["total"]) == (42, 5)
    assert {row["kind"] for row in said["rows"]} == {"hotline", "topic", "term", "article"}
    assert [row["id"] for row in ask("library", "rapport", "--json").json["rows"]][:1] == ["term:rapport"]
    assert ask("library", "--kind", "hotline", "--json").json["total"] == 2
    assert ask("library", "--kind", "disorder", "--json").json["total"] == 1
    assert ask("library", "--kind", "topic", "--json").json["total"] == 1
    assert ask("library", "--kind", "book", "--json").json["rows"] == []
    assert "Rapport" in ask("library").out
    assert ask("library", "--kind", "poem").code == 2


def test_reading_leaves_the_shelf_alone(ask: Ask, data: Path) -> None:
    folder = AppPaths.under(data).catalogues
    before = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    ask("search", "mary")
    ask("status")
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == before
