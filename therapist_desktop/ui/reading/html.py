"""Turns what a piece holds into the HTML the reader shows: words are escaped here, HTML is cleaned."""

from html import escape

from therapist_desktop.domain.library import Piece, Reference
from therapist_desktop.services.html import cleaned, link_scheme
from therapist_desktop.ui.i18n import translate


def article(piece: Piece) -> str:
    """The text of a piece with its references below, or a notice in the place of a text that cannot be shown."""
    safe = cleaned(piece.body)
    return (_not_shown() if safe is None else safe) + _references(piece.references)


def _not_shown() -> str:
    what = translate("Reader", "This page is too large or too tangled to be shown safely.")
    step = translate(
        "Reader",
        "Tell its publisher the title of the page. Everything else in the library can be read as before.",
    )
    return f"<p><strong>{escape(what)}</strong></p><p>{escape(step)}</p>"


def _references(references: tuple[Reference, ...]) -> str:
    if not references:
        return ""
    heading = translate("Reader", "References ({n})").format(n=len(references))
    lines = "".join(f"<li>{_reference(reference)}</li>" for reference in references)
    return f"<h2>{escape(heading)}</h2><ol>{lines}</ol>"


def _reference(reference: Reference) -> str:
    text = escape(reference.text)
    if not reference.url:
        return text
    shown = escape(reference.url.removeprefix("https://").removeprefix("http://").rstrip("/"))
    if link_scheme(reference.url) != "https":
        return f"{text} {escape(reference.url)}"
    return f'{text} <a href="{escape(reference.url)}">{shown}</a>'
