"""A page in another of its languages."""

from dataclasses import replace

from therapist_desktop.domain.library import Piece

OWN_LANGUAGE = "en"
"""What a page is written in, if not said otherwise."""


def languages_of(piece: Piece) -> tuple[str, ...]:
    """The languages a page can be read in, its own first."""
    return (OWN_LANGUAGE, *(one.language for one in piece.translations))


def in_language(piece: Piece, language: str) -> Piece:
    """The page as it reads in this language; the page itself where it has no such translation."""
    for one in piece.translations:
        if one.language == language:
            return replace(
                piece, title=one.title, body=one.body, summary=one.summary, reviewed=one.reviewed, grade=None
            )
    return piece
