"""Texts of others become pieces: what is read, merged, rejected and kept, and that nothing dangerous comes along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import made
from tests.publishing.conftest import Run, records_in
from tests.shared import SHARED
from therapist_desktop.data.datafile.library import Article, Topic
from therapist_desktop.domain.library import Section
from therapist_desktop.publishing import work
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.html import clean

ARTICLES = SHARED / "findtreatment_articles" / "findtreatment_articles.json"
MEDLINE = SHARED / "medline"
HEAD = '<?xml version="1.0"?><!DOCTYPE health-topics PUBLIC "-//X//EN" "https://x.example/a.dtd">\n'
TOPIC = """<health-topic title="{title}" url="https://x.example/{id}.html" id="{id}" language="{language}">
<also-called>Blue tide</also-called><see-reference>Tide, Low</see-reference>
<group id="1">{group}</group>
<full-summary>&lt;p&gt;{text} See &lt;a href="https://x.example/2.html"&gt;medicine&lt;/a&gt;.&lt;/p&gt;
&lt;script&gt;x&lt;/script&gt;&lt;a href="file:///etc"&gt;gone&lt;/a&gt;</full-summary>
<language-mapped-topic id="{other}">x</language-mapped-topic>
<primary-institute url="https://institute.example">Institute of Tides</primary-institute>
<related-topic id="2">x</related-topic><related-topic id="77">x</related-topic>
<site title="skipped" url="https://y.example"/>
</health-topic>
"""


def topic(number: int, title: str, text: str, language: str = "English", other: int = 9, group: str = "Seas") -> str:
    return TOPIC.format(id=number, title=title, text=text, language=language, other=other, group=group)


def xml(folder: Path, *topics: str, head: str = HEAD) -> Path:
    file = folder / "topics.xml"
    file.write_text(f'{head}<health-topics total="1">\n{"".join(topics)}</health-topics>', encoding="utf-8")
    return file


TIDE = topic(1, "Low tide", "The water goes out.", other=3)
DRUG = topic(2, "Tidalol", "A medicine against the sea.", group="Drug Therapy")
MAREA = topic(3, "Marea baja", "El agua se va.", "Spanish", other=1)


def catalogue_of(folder: Path, kind: str) -> Catalogue:
    texts = [entry.text for entry in work.entries(folder) if f'"kind":"{kind}"'.encode() in entry.text]
    (folder / "built").mkdir()
    return made.catalogue(folder / "built", made.whole(texts))


def test_topics_become_pages_with_their_translation_and_credit(tmp_path: Path, run: Run) -> None:
    code, report = run("import", "medlineplus", xml(tmp_path, TIDE, DRUG, MAREA), "-o", tmp_path / "work")
    assert code == 0
    assert (report["read"], report["listings"], report["merged"], report["rejected"]) == (3, 2, 1, 0)
    tide, drug = records_in(tmp_path / "work" / "topic.jsonl")
    assert isinstance(tide, Topic)
    assert isinstance(drug, Topic)
    assert (tide.id, tide.section, tide.breadcrumb) == ("topic:medlineplus.1", "disorder", ("Seas",))
    assert (drug.section, drug.medicine and drug.medicine.drug_class) == ("medication", "Tidalol")
    assert tide.also_called == ("Blue tide", "Tide, Low")
    assert tide.related == ("topic:medlineplus.2",)
    assert tide.body == '<p>The water goes out. See <a href="topic:medlineplus.2">medicine</a>.</p> <a>gone</a>'
    assert [one.text for one in tide.references] == [
        "MedlinePlus, National Library of Medicine. Low tide.",
        "Institute of Tides",
    ]
    (spanish,) = tide.translations
    assert (spanish.language, spanish.title) == ("es", "Marea baja")
    assert spanish.body.startswith("<p>El agua se va.")


def test_importing_again_takes_the_place_of_the_same(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "work"
    run("import", "medlineplus", xml(tmp_path, TIDE, DRUG), "-o", folder)
    (tmp_path / "own.html").write_text("<h1>Own</h1><p>Words.</p>", encoding="utf-8")
    run("import", "articles", tmp_path / "own.html", "-o", folder)
    before = (folder / "topic.jsonl").read_bytes()
    run("import", "medlineplus", xml(tmp_path, TIDE, DRUG), "-o", folder)
    assert (folder / "topic.jsonl").read_bytes() == before
    run("import", "medlineplus", xml(tmp_path, TIDE), "-o", folder)
    assert [one.id for one in records_in(folder / "topic.jsonl")] == ["topic:medlineplus.1"]
    assert len(records_in(folder / "article.jsonl")) == 1


def test_bad_topics_are_put_aside_with_line_field_and_rule(tmp_path: Path, run: Run) -> None:
    bad = (
        topic(4, "", "Words."),
        topic(5, "T" * 301, "Words."),
        topic(6, "Huge", "w" * 2_500),
        topic(7, "Deep", "&lt;div&gt;" * 10_000),
        topic(8, "Sola", "Nadie.", "Spanish", other=99),
        topic(9, "Autre", "Mots.", "French"),
        TIDE.replace('id="1"', 'id="../1"'),
        topic(10, "Empty", "").replace("See", "").replace("medicine", "").replace(".&lt;", "&lt;").replace("gone", ""),
    )
    code, report = run("import", "medlineplus", xml(tmp_path, TIDE, *bad, TIDE), "-o", tmp_path / "work")
    assert code == 0
    assert (report["read"], report["listings"], report["merged"], report["rejected"]) == (10, 1, 1, 8)
    rejected = [json.loads(line) for line in Path(report["reject_file"]).read_text(encoding="utf-8").splitlines()]
    assert {(one["field"], one["rule"].split(" ")[0]) for one in rejected} == {
        ("title", "is"),
        ("title", "Expected"),
        ("text", "is"),
        ("language", "its"),
        ("language", "is"),
        ("id", "is"),
    }
    assert all(one["line"] > 1 and one["file"] == "topics.xml" for one in rejected)


BOMB = '<!DOCTYPE health-topics [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("head", "body", "what"),
    [
        (BOMB, TIDE, "declares entities"),
        ('<!DOCTYPE health-topics [<!ENTITY a SYSTEM "file:///etc/hostname">]>', TIDE, "declares entities"),
        ('<!DOCTYPE health-topics [<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;]>', TIDE, "declares entities"),
        ("", "<x>" * 50, "nested more than"),
        ("", "<health-topic id='1'><full-summary>" + "x" * 2_100_000, "letters"),
        ("", "<health-topic", "line"),
        ("<feed>", "", "begins with <feed>"),
    ],
    ids=["bomb", "file", "parameter", "deep", "long", "cut", "other"],
)
def test_dangerous_xml_is_refused(head: str, body: str, what: str, tmp_path: Path, run: Run) -> None:
    code, line = run("import", "medlineplus", xml(tmp_path, body, head=head), "-o", tmp_path / "work")
    assert code == 1
    assert what in line
    assert not (tmp_path / "work").exists()


def test_a_list_of_articles_and_a_folder_become_articles(tmp_path: Path, run: Run) -> None:
    items = [
        {"id": "one", "title": "One", "html": "<p>First. Then <a href='/content/x/two#part'>two</a>.</p><img src=x>"},
        {"id": "two", "title": "Two", "summary": "Second.", "html": "<p>Two words.</p><a href='/gone'>lost</a>"},
        {"title": "No text", "html": "<p> </p>"},
        {"html": "<p>No title.</p>"},
    ]
    (tmp_path / "list.json").write_text(json.dumps(items), encoding="utf-8")
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.md").write_text("# Tides\n\nThe *sea* [rises](b.html).\n\n<script>x</script>\n", encoding="utf-8")
    (pages / "b.html").write_text("<title>Ebb</title><h1>Ebb</h1><p>The sea falls.</p>", encoding="utf-8")
    (pages / "c.md").write_bytes(b"\xff\xfe")
    (pages / "notes.txt").write_text("not read", encoding="utf-8")
    code, report = run("import", "articles", tmp_path / "list.json", pages, "-o", tmp_path / "work")
    assert code == 0
    assert (report["read"], report["listings"], report["rejected"]) == (7, 4, 3)
    assert report["warnings"] == [
        {
            "rule": "links that lead nowhere from here were taken away; their words stay",
            "value": "article:list.two",
            "count": 1,
        }
    ]
    found = {one.id: one for one in records_in(tmp_path / "work" / "article.jsonl") if isinstance(one, Article)}
    assert found.keys() == {"article:list.one", "article:list.two", "article:pages.a", "article:pages.b"}
    assert found["article:list.one"].body == '<p>First. Then <a href="article:list.two">two</a>.</p>'
    assert (found["article:list.one"].summary, found["article:list.two"].summary) == ("First.", "Second.")
    assert found["article:pages.a"].title == "Tides"
    assert 'href="article:pages.b"' in found["article:pages.a"].body
    assert "<script" not in found["article:pages.a"].body


@pytest.mark.skipif(not ARTICLES.is_file(), reason="the real articles do not lie beside this checkout")
def test_the_real_articles_import_build_and_are_found(tmp_path: Path, run: Run) -> None:
    code, report = run("import", "articles", ARTICLES, "-o", tmp_path)
    assert (code, report["read"], report["listings"], report["rejected"]) == (0, 13, 13, 0)
    catalogue = catalogue_of(tmp_path, "article")
    found = catalogue.pieces(words="warning signs")
    assert found[0].title == "Know the warning signs"
    for card in catalogue.pieces(Section.ARTICLE):
        body = catalogue.piece(card.id).body
        assert clean(body) == body


@pytest.mark.skipif(not MEDLINE.is_dir(), reason="the real health topics do not lie beside this checkout")
def test_the_real_health_topics_import_build_and_are_found(tmp_path: Path, run: Run) -> None:
    code, report = run("import", "medlineplus", *sorted(MEDLINE.glob("m*.*[xln]")), "-o", tmp_path)
    assert code == 0
    assert report["read"] == 1026 == report["listings"] + report["merged"] + report["rejected"] + report["skipped"]
    assert report["listings"] > 990
    catalogue = catalogue_of(tmp_path, "topic")
    assert "topic:medlineplus.3061" in {one.id for one in catalogue.pieces(words="bellyache")}
    pain = catalogue.piece("topic:medlineplus.3061")
    assert [(one.language, one.title) for one in pain.translations] == [("es", "Dolor abdominal")]
    assert catalogue.pieces(words="hemoglobin A1C test")[0].title == "A1C"
