"""The cleaning of HTML against texts made to break out, to reach outside, or to hang the layout."""

import random
import re

import pytest
from PySide6.QtGui import QTextDocument
from typing_extensions import override

from therapist_desktop.services.html import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_TAGS,
    MAX_WORD,
    clean,
    link_scheme,
    plain_text,
)

OVERRIDE = "\u202e"

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://x.org/a.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='file:///etc/passwd'>",
    "<img src='//host/share/a.png'>",
    "<img src='\\\\host\\share\\a.png'>",
    "<img src=':/icons/a.svg'>",
    "<img src='qrc:/a.svg'>",
    "<img src='data:image/png;base64,AAAA'>",
    "<img srcset='https://x.org/a.png 2x'>",
    "<p onclick=alert(1)>a</p>",
    "<p onmouseover='alert(1)' style='x'>a</p>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='JaVaScRiPt:alert(1)'>a</a>",
    "<a href='java\tscript:alert(1)'>a</a>",
    "<a href='java&#10;script:alert(1)'>a</a>",
    "<a href='&#106;avascript:alert(1)'>a</a>",
    "<a href=' javascript:alert(1)'>a</a>",
    "<a href='vbscript:msgbox(1)'>a</a>",
    "<a href='data:text/html,<b>x'>a</a>",
    "<a href='file:///etc/passwd'>a</a>",
    "<a href='file://host/share'>a</a>",
    "<a href='/etc/passwd'>a</a>",
    "<a href='../../secret.txt'>a</a>",
    "<a href='secret.html'>a</a>",
    "<a href='//host/share'>a</a>",
    "<a href='\\\\host\\share'>a</a>",
    "<a href='http://plain.example/'>a</a>",
    "<a href='https://good.example@evil.example/'>a</a>",
    "<a href='https:\\\\evil.example'>a</a>",
    "<a href='https:evil.example'>a</a>",
    f"<a href='https://evil.example/{OVERRIDE}gpj.exe'>a</a>",
    "<a href='mailto:a@b.example?bcc=c@d.example&body=x'>a</a>",
    "<a href='mailto:a@b.example%0Abcc:c@d.example'>a</a>",
    "<a href='tel:*21*5550100#'>a</a>",
    "<a href='topic:../../etc'>a</a>",
    "<a href='topic:<b>'>a</a>",
    "<a href='unknown:thing'>a</a>",
    "<a href='ftp://x.org/a'>a</a>",
    "<a name='x' id='y' target='_blank' download>a</a>",
    "<style>p { background-image: url(file:///etc/passwd) }</style><p>a</p>",
    "<p style='background-image: url(//host/a.png)'>a</p>",
    "<div style='position:fixed;top:0'>a</div>",
    "<link rel=stylesheet href='file:///a.css'>",
    "<base href='file:///'><a href='etc'>a</a>",
    "<meta http-equiv=refresh content='0;url=https://x.org'>",
    "<body background='file:///a.png'>a</body>",
    "<table background='//host/a'><tr><td background='file:///a'>a</td></tr></table>",
    "<td width=999999 height=999999>a</td>",
    "<table><tr><td colspan=99999999>a</td></tr></table>",
    "<iframe src='https://x.org'></iframe>",
    "<object data='file:///etc/passwd'>a</object>",
    "<embed src='file:///etc/passwd'>",
    "<svg onload=alert(1)><image href='file:///a'/></svg>",
    "<math><mi xlink:href='data:x'></math>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<template><script>alert(1)</script></template>",
    "<textarea></textarea><script>alert(1)</script>",
    "<form action='https://x.org'><input type=image src=x><button>a</button></form>",
    "<video src='file:///a' poster='//host/a'></video>",
    "<!-- <img src=x> --!><b>a",
    "<![CDATA[<img src=x>]]>",
    "<?xml version='1.0'?><p>a",
    "<b><i><u>unclosed",
    "</p></div></b>closed only",
    "<p/onclick=alert(1)//>a",
    "<<b>script>alert(1)<</b>/script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<p class='a' id='b' lang='c' dir='rtl' title='d'>a</p>",
    f"<p>pay {OVERRIDE}reverse\u2066 me\u200b</p>",
    "<p>&#x202e;&#x2067;hidden&#8203;</p>",
    "<p>nul\x00bell\x07 half \ud800 tag \U000e0041</p>",
    "<table><tr><td><table><tr><td>nested</td></tr></table></td></tr></table>",
]
TAG = re.compile(r"<[^>]*>")
HARMLESS_TAG = re.compile(
    r"</?[a-z][a-z0-9]*>"
    r'|<a href="(?:https://|mailto:|tel:|[a-z_]+:)[^"<>\s]*">'
    r'|<ol start="[0-9]{1,4}">'
    r'|<t[dh](?: (?:col|row)span="[0-9]{1,2}"){1,2}>'
)
FORBIDDEN = re.compile(r"<\s*(?:script|style|img|iframe|object|embed|svg|math|link|meta|base|form|input|video|body)\b")


class AskedFor(QTextDocument):
    """Notes everything a text wants to load."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    @override
    def loadResource(self, kind: int, name: object) -> object:
        self.names.append(str(name))
        return None


def assert_harmless(cleaned: str) -> None:
    assert FORBIDDEN.search(cleaned) is None
    assert [tag for tag in TAG.findall(cleaned) if not HARMLESS_TAG.fullmatch(tag)] == []
    for address in re.findall(r'href="([^"]*)"', cleaned):
        assert link_scheme(address.replace("&amp;", "&"))
    assert not re.search("[\u200b\u202a-\u202e\u2066-\u2069\x00-\x08\ud800-\udfff]", cleaned)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_comes_out_harmless_and_asks_for_nothing(qapp: object, hostile: str) -> None:
    cleaned = clean(hostile)
    assert_harmless(cleaned)
    assert clean(cleaned) == cleaned
    document = AskedFor()
    document.setHtml(cleaned)
    document.setTextWidth(600)
    assert document.size().height() < 10_000
    assert document.names == []


def test_hostile_texts_in_any_mixture_stay_harmless() -> None:
    chance = random.Random(42)
    for _ in range(400):
        mixed = "".join(chance.sample(HOSTILE, 4))
        cut = mixed[chance.randrange(len(mixed)) :]
        cleaned = clean(cut)
        assert_harmless(cleaned)
        assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    "heavy",
    [
        "<b>" * 50_000,
        "<div>" * 100_000,
        "<table><tr><td>" * 200,
        "<blockquote>" * 60 + "deep",
        "<p>" + "x" * 5_000_000,
        "<p>a" * (MAX_TAGS + 1),
        "<" * 300_000,
        "&" * 300_000,
        "<ul><li>" * 5_000 + "a",
        "\u4e2d" * 200_000,
    ],
    ids=["bold", "div", "tables", "quotes", "word", "tags", "angles", "ampersands", "lists", "bytes"],
)
def test_a_tangled_text_becomes_plain_paragraphs(heavy: str) -> None:
    cleaned = clean(heavy)
    assert set(TAG.findall(cleaned)) <= {"<p>", "</p>"}
    assert len(cleaned.encode()) <= MAX_BYTES
    assert max(map(len, plain_text(cleaned).split() or [""])) <= MAX_WORD
    assert clean(cleaned) == cleaned


def test_the_words_of_a_tangled_text_are_kept() -> None:
    tangled = "<p>One &amp; two</p>" + "<div>" * (MAX_DEPTH + 1) + "three <script>no</script>four"
    assert clean(tangled) == "<p>One &amp; two</p>\n<p>three four</p>"


def test_an_honest_page_comes_out_as_it_went_in() -> None:
    page = (
        "<h2>Heading</h2><p>Some <strong>bold</strong>, <em>slanted</em> and "
        '<a href="https://www.example.org/a?b=c#d">linked</a> words.</p>'
        '<ol start="3"><li>three</li></ol><blockquote><p>said</p></blockquote>'
        '<table><thead><tr><th colspan="2">h</th></tr></thead>'
        "<tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
        '<p><a href="topic:anxiety">t</a><a href="support_group:al-anon">g</a><a href="hotline:988">h</a>'
        '<a href="tel:+1-555-0100">c</a><a href="mailto:desk@example.org">m</a></p>'
    )
    assert clean(page) == page


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("https://example.org", "https"),
        ("https://example.org:8443/a?b#c", "https"),
        ("mailto:desk@example.org", "mailto"),
        ("tel:988", "tel"),
        ("tel:+15555550142;ext=3", "tel"),
        ("listing:npi:1234567893", "id"),
        ("section:approach", "id"),
        ("support_group:al-anon", "id"),
        ("", ""),
        ("topic:", ""),
        ("http://example.org", ""),
        ("https://a@example.org", ""),
        ("javascript:alert(1)", ""),
        ("mailto:a@b.example?subject=x", ""),
    ],
)
def test_only_known_forms_of_links_have_a_scheme(address: str, scheme: str) -> None:
    assert link_scheme(address) == scheme


def test_plain_text_has_a_line_for_each_paragraph() -> None:
    html = "<h2>Title</h2><p>One<br>two &lt;three&gt;</p><ul><li>four</li></ul><style>p {}</style>5 < 6"
    assert plain_text(html) == "Title\nOne\ntwo <three>\nfour\n5 < 6"
