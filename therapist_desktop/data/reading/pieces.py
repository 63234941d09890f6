"""The library: lists, ranked search and single pieces."""

import sqlite3
from datetime import date
from html import escape

import msgspec

from therapist_desktop.data.datafile.library import (
    Article,
    Book,
    Faq,
    HotlineRecord,
    News,
    PageRecord,
    SupportGroup,
    Term,
    Topic,
    Website,
)
from therapist_desktop.data.datafile.library import Piece as PieceRecord
from therapist_desktop.data.datafile.library import Translation as TranslationRecord
from therapist_desktop.data.phones import phone_of
from therapist_desktop.data.reading.listings import unpacked
from therapist_desktop.data.reading.piece_cards import COLUMNS, cards
from therapist_desktop.domain.digests import digest
from therapist_desktop.domain.errors import CatalogueDamaged, NotFound
from therapist_desktop.domain.library import (
    Author,
    Hotline,
    Medicine,
    Piece,
    PieceCard,
    PieceKind,
    Reference,
    Section,
    Translation,
)
from therapist_desktop.domain.listing import PieceLink
from therapist_desktop.domain.taxonomy import Taxonomy

_DECODER: msgspec.json.Decoder[PieceRecord] = msgspec.json.Decoder(PieceRecord)
_MOST_LINKS = 60
_FIRST = {Section.HOTLINE: "priority, ", Section.FAQ: "priority, ", Section.NEWS: "updated DESC, "}
"""What the pieces of a section are ordered by before their titles."""
_UNCONFIRMED = "against public pages, not yet with its owner"


def list_pieces(connection: sqlite3.Connection, section: Section | None, limit: int) -> tuple[PieceCard, ...]:
    """The pieces of a section: hotlines and questions in their own order, news newest first, all else by title."""
    order = _FIRST.get(section, "") if section else ""
    where = "WHERE section = :section" if section else ""
    question = f"SELECT {COLUMNS}, '' FROM piece {where} ORDER BY {order} folded, id LIMIT :limit"  # noqa: S608 - own words
    return tuple(cards(connection, connection.execute(question, {"section": section, "limit": limit})))


def piece_of(connection: sqlite3.Connection, taxonomy: Taxonomy, piece_id: str) -> Piece:
    """One piece; `intact` says whether its bytes are still those the publisher signed.

    Raises NotFound, and CatalogueDamaged where the bytes cannot even be read.
    """
    found = connection.execute("SELECT digest, record, section FROM piece WHERE id = ?", (piece_id,)).fetchone()
    if found is None:
        raise NotFound(id=piece_id)
    line = unpacked(connection, found[1])
    record = _decode(line, piece_id)
    return _piece(connection, taxonomy, record, Section(found[2]), intact=digest(line) == found[0])


def hotlines_of(connection: sqlite3.Connection) -> tuple[Hotline, ...]:
    """All hotlines, the most important first.

    A line whose bytes were altered is left out: no number is better than a wrong one.
    """
    lines: list[Hotline] = []
    question = "SELECT id, digest, record FROM piece WHERE kind = 'hotline' ORDER BY priority, folded, id"
    for one, stored, packed in connection.execute(question):
        line = unpacked(connection, packed)
        record = _decode(line, one)
        if digest(line) == stored and isinstance(record, HotlineRecord):
            lines.append(_hotline(record))
    return tuple(lines)


def _decode(line: bytes, piece_id: str) -> PieceRecord:
    try:
        return _DECODER.decode(line)
    except msgspec.DecodeError as error:
        raise CatalogueDamaged(what=f"the record {piece_id} cannot be read") from error


def _piece(
    connection: sqlite3.Connection, taxonomy: Taxonomy, record: PieceRecord, section: Section, *, intact: bool
) -> Piece:
    page = record if isinstance(record, PageRecord) else None
    author = record.author if isinstance(record, Article) else None
    before, after = _neighbours(connection, section, record.id)
    return Piece(
        id=record.id,
        kind=PieceKind(str(record.__struct_config__.tag)),
        section=section,
        title=record.title,
        summary=record.summary,
        body=_body(record),
        also_called=record.also_called,
        breadcrumb=page.breadcrumb if page else (),
        author=Author(author.name, author.listing or "", author.about, author.portrait) if author else None,
        updated=record.dated if isinstance(record, News) else record.updated,
        reviewed=record.reviewed,
        verified_on=_checked(record),
        correction=page.correction if page else "",
        crisis=page.crisis if page else False,
        phones=tuple(phone_of(number) for number in record.phones)
        if isinstance(record, HotlineRecord | SupportGroup)
        else (),
        url=_address(record),
        facts=_facts(record, taxonomy),
        references=tuple(Reference(one.text, one.url or "") for one in record.references),
        related=_links(connection, record.related),
        listings=tuple((key, taxonomy.label(*key.split("/", 1))) for key in record.values),
        medicine=_medicine(record),
        say=record.say if isinstance(record, Faq) else "",
        grade=page.grade if page else None,
        translations=_translations(record),
        before=before,
        after=after,
        named_by=_named_by(connection, record),
        intact=intact,
    )


def _links(connection: sqlite3.Connection, ids: tuple[str, ...]) -> tuple[PieceLink, ...]:
    wanted = ids[:_MOST_LINKS]
    marks = ",".join("?" * len(wanted))
    question = f"SELECT id, title FROM piece WHERE id IN ({marks})"  # noqa: S608 - only question marks
    titles: dict[str, str] = dict(connection.execute(question, wanted))
    return tuple(PieceLink(one, titles[one]) for one in wanted if one in titles)


def _neighbours(
    connection: sqlite3.Connection, section: Section, piece_id: str
) -> tuple[PieceLink | None, PieceLink | None]:
    """The pieces before and after this one in the list of its section."""
    order = f"{_FIRST.get(section, '')}folded, id"
    question = (
        f"SELECT id, title, lead(id) OVER w, lead(title) OVER w, lag(id) OVER w, lag(title) OVER w "  # noqa: S608 - own words
        f"FROM piece WHERE section = ? WINDOW w AS (ORDER BY {order})"
    )
    found = connection.execute(
        f"SELECT * FROM ({question}) WHERE id = ?",  # noqa: S608 - own words
        (section, piece_id),
    ).fetchone()
    if found is None:
        return None, None
    _, _, after, after_title, before, before_title = found
    return (
        PieceLink(before, before_title) if before else None,
        PieceLink(after, after_title) if after else None,
    )


def _named_by(connection: sqlite3.Connection, record: PieceRecord) -> tuple[PieceLink, ...]:
    """The pieces that name this one and that it does not name itself, by title."""
    question = (
        "SELECT piece.id, piece.title FROM names JOIN piece ON piece.number = names.piece "
        "WHERE names.target = ? ORDER BY piece.folded, piece.id LIMIT ?"
    )
    found = connection.execute(question, (record.id, _MOST_LINKS))
    return tuple(PieceLink(one, title) for one, title in found if one not in record.related)


def _medicine(record: PieceRecord) -> Medicine | None:
    if not isinstance(record, Topic) or record.medicine is None:
        return None
    one = record.medicine
    return Medicine(one.drug_class, one.generics, one.brands, one.used_for, one.prescribers)


def _translations(record: PieceRecord) -> tuple[Translation, ...]:
    match record:
        case PageRecord():
            return tuple(_translation(one) for one in record.translations)
        case HotlineRecord() if record.title_es:
            body = "".join(f"<p>{escape(text)}</p>" for text in (record.what_for_es, record.notes_es) if text)
            return (Translation("es", record.title_es, body, reviewed=record.verified_on),)
        case _:
            return ()


def _translation(record: TranslationRecord) -> Translation:
    return Translation(record.language, record.title, record.body, record.summary, record.reviewed)


def _body(record: PieceRecord) -> str:
    match record:
        case PageRecord():
            return record.body
        case Term():
            return f"<p>{escape(record.definition)}</p>"
        case HotlineRecord():
            return "".join(f"<p>{escape(text)}</p>" for text in (record.what_for, record.notes) if text)
        case _:
            return f"<p>{escape(record.summary)}</p>" if record.summary else ""


def _checked(record: PieceRecord) -> date | None:
    match record:
        case HotlineRecord():
            return record.verified_on
        case Website() | SupportGroup():
            return record.checked_on
        case _:
            return None


def _address(record: PieceRecord) -> str:
    match record:
        case Website() | SupportGroup():
            return record.url or ""
        case HotlineRecord():
            return record.chat or ""
        case _:
            return ""


def _facts(record: PieceRecord, taxonomy: Taxonomy) -> tuple[tuple[str, str], ...]:
    """Names of facts are those that ui/wording/page.py puts into the person's language."""
    facts: tuple[tuple[str, str], ...]
    match record:
        case Book():
            isbn = record.isbn or ""
            year = str(record.year or "")
            facts = (
                ("By", ", ".join(record.authors)),
                ("Publisher", record.publisher),
                ("Year", year),
                ("ISBN", isbn),
                ("Level", record.level),
            )
        case Website():
            facts = (("Publisher", record.publisher),)
        case SupportGroup():
            facts = (("For", record.topic), ("Meets", record.meeting))
        case HotlineRecord():
            facts = (
                ("Hours", record.hours),
                ("Languages", ", ".join(taxonomy.label("language", one) for one in record.languages)),
                ("Area", record.area),
                ("Checked", "" if record.confidence == "high" else _UNCONFIRMED),
            )
        case _:
            facts = ()
    return tuple((label, text) for label, text in facts if text)


def _hotline(record: HotlineRecord) -> Hotline:
    return Hotline(
        id=record.id,
        title=record.title,
        what_for=record.what_for,
        phones=tuple(phone_of(number) for number in record.phones),
        hours=record.hours,
        chat=record.chat or "",
        notes=record.notes,
        languages=record.languages,
        verified_on=record.verified_on,
        source=record.references[0].text if record.references else "",
        confirmed=record.confidence == "high",
        title_es=record.title_es,
        what_for_es=record.what_for_es,
        notes_es=record.notes_es,
    )
