"""Two to four listings side by side, as rows of words. Knows no widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.i18n import age_in_full, band, checked, openings, translate
from therapist_desktop.ui.models.compare_table import LINE, CompareRow
from therapist_desktop.ui.wording.listing import heading_of, kind_name, license_of, sentence_case, what_it_is
from therapist_desktop.ui.wording.samples import sample_in_full

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from therapist_desktop.domain.listing import Listing, Location


def compared(listings: Sequence[Listing | None], today: date, kept: Sequence[str] = ()) -> tuple[CompareRow, ...]:
    """What is known about these, in groups, the questions of a caller first. None is a listing that is gone.

    Of one that is gone the phone number that was `kept` is all there is. A row of which nothing is known about any
    of them is left out.
    """
    rows = [_row(group, fact, listings, today) for group, facts in _groups() for fact in facts]
    rows = [_with_kept(row, listings, kept) if row.is_phone and kept else row for row in rows]
    return tuple(row for row in rows if any(row.cells))


def _with_kept(row: CompareRow, listings: Sequence[Listing | None], kept: Sequence[str]) -> CompareRow:
    cells = (cell if there else phone for cell, there, phone in zip(row.cells, listings, kept, strict=True))
    return row._replace(cells=tuple(cells))


class _Fact(NamedTuple):
    heading: str
    values: Callable[[Listing, date], Sequence[str]]
    is_phone: bool = False
    is_list: bool = False
    """Of several values each says something by itself."""


def _row(group: str, fact: _Fact, listings: Sequence[Listing | None], today: date) -> CompareRow:
    values = [tuple(fact.values(listing, today)) if listing else () for listing in listings]
    there = [frozenset(held) for held, listing in zip(values, listings, strict=True) if listing]
    differs = len(set(there)) > 1
    only: tuple[frozenset[str], ...] = ()
    if differs and fact.is_list:
        others = [frozenset().union(*values[:own], *values[own + 1 :]) for own in range(len(values))]
        only = tuple(frozenset(held) - other for held, other in zip(values, others, strict=True))
    cells = tuple(LINE.join(held) for held in values)
    return CompareRow(fact.heading, cells, differs, group, only, fact.is_phone)


def _groups() -> tuple[tuple[str, tuple[_Fact, ...]], ...]:
    return (
        (
            translate("Compare", "Contact"),
            (
                _Fact(translate("Compare", "Phone"), _phones, is_phone=True),
                _Fact(translate("Compare", "Next step"), lambda listing, _: _some(listing.next_step)),
                _Fact(translate("Compare", "Hours"), lambda listing, _: _some(listing.hours)),
                _Fact(translate("Compare", "E-mail"), lambda listing, _: _some(listing.email)),
                _Fact(translate("Compare", "Web site"), lambda listing, _: _some(listing.url)),
            ),
        ),
        (
            translate("Compare", "Openings"),
            (_Fact(translate("Compare", "Openings"), _openings), *_facts(Facet.WHEN)),
        ),
        (
            translate("Compare", "Payers and fees"),
            (
                _Fact(translate("Compare", "Takes"), _payers, is_list=True),
                _Fact(translate("Compare", "Fees"), lambda listing, _: _some(listing.fees)),
                *_facts(Facet.PLAN, Facet.FEE, Facet.PAYMENT),
            ),
        ),
        (
            translate("Compare", "What they treat, and how"),
            _facts(Facet.SPECIALTY, Facet.APPROACH, Facet.CARE, Facet.SETTING, Facet.SERVICE, Facet.PROGRAM),
        ),
        (
            translate("Compare", "For whom"),
            _facts(Facet.AGE, Facet.PARTICIPANTS, Facet.LANGUAGE, Facet.IDENTITY, Facet.FAITH),
        ),
        (
            translate("Compare", "Where"),
            (
                _Fact(translate("Compare", "Address"), _addresses),
                *_facts(Facet.FORMAT, Facet.CLIENT_STATE, Facet.ACCESS),
            ),
        ),
        (
            translate("Compare", "Who"),
            (
                _Fact(translate("Compare", "Kind"), _kind),
                _Fact(translate("Compare", "Gender"), lambda listing, _: _labels(listing, Facet.GENDER)),
                _Fact(translate("Compare", "Licenses"), _licenses),
            ),
        ),
        (
            translate("Compare", "How sure this is"),
            (
                _Fact(translate("Compare", "Verified"), _freshness),
                _Fact(translate("Compare", "Sources"), lambda listing, _: [one.name for one in listing.sources]),
            ),
        ),
    )


def _facts(*facets: Facet) -> tuple[_Fact, ...]:
    def of(facet: Facet) -> _Fact:
        return _Fact(heading_of(facet), lambda listing, _: _labels(listing, facet), is_list=True)

    return tuple(of(facet) for facet in facets)


def _labels(listing: Listing, facet: Facet) -> Sequence[str]:
    return [value.label for value in listing.having(facet)]


def _some(text: str) -> Sequence[str]:
    return (text,) if text else ()


def _kind(listing: Listing, _today: date) -> Sequence[str]:
    sample = sample_in_full() if listing.sample else ""
    return [part for part in (sample, kind_name(listing.kind), what_it_is(listing)) if part]


def _phones(listing: Listing, _today: date) -> Sequence[str]:
    """A record that was altered on this disk has no number to be trusted."""
    return [phone.shown for phone in listing.phones if phone.type != "fax"] if listing.intact else []


def _payers(listing: Listing, _today: date) -> Sequence[str]:
    return [fact.label for fact in listing.payers]


def _openings(listing: Listing, _today: date) -> Sequence[str]:
    when = checked(listing.accepting_verified_on) if listing.accepting_verified_on else ""
    return [part for part in (openings(listing.accepting), listing.accepting_note, sentence_case(when)) if part]


def _addresses(listing: Listing, _today: date) -> Sequence[str]:
    return [text for text in map(_address, (listing.location, *listing.other_locations)) if text]


def _address(location: Location) -> str:
    return ", ".join(location.lines)


def _licenses(listing: Listing, _today: date) -> Sequence[str]:
    return [text for text in map(license_of, listing.licenses) if text]


def _freshness(listing: Listing, today: date) -> Sequence[str]:
    if listing.verified_on is None:
        return [band(listing.freshness)]
    return [band(listing.freshness), age_in_full(listing.verified_on, today)]
