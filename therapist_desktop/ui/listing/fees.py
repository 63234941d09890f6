"""The tab about money: who pays, how sure that is, and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desktop.domain.taxonomy import Facet, Value
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.widgets.callout import REMARK, Callout
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.listing import heading_of, role_of, sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.domain.listing import PayerFact
    from therapist_desktop.ui.listing.maker import Maker, Section


def fees(make: Maker) -> Iterator[Section]:
    """Each payer with the date of that one fact: it rots first."""
    listing = make.listing
    heading = heading_of(Facet.PAYER)
    for place, fact in enumerate(listing.payers):
        yield heading if place == 0 else "", [_payer(make, heading, fact)]
    if not listing.payers:
        yield heading, [Words(translate("Detail", "Not known. Ask before you send anybody."))]
    script = translate("Detail", "Please confirm with the office.")
    more = translate("Detail", "Say: \u201cDo you take this plan today, and are you in its network?\u201d")
    yield "", [Callout(script, more, REMARK, make.appearance)]
    if listing.having(Facet.PLAN):
        yield from make.values(Facet.PLAN)
    known: list[QWidget] = [_cost(make)] if listing.fees else []
    if listing.having(Facet.FEE):
        known.append(make.chips(heading_of(Facet.FEE), listing.having(Facet.FEE)))
    yield translate("Detail", "Fees"), known or [Words(translate("Detail", "Not known. Ask what a session costs."))]
    if listing.having(Facet.PAYMENT):
        yield from make.values(Facet.PAYMENT)


def _cost(make: Maker) -> QWidget:
    listing = make.listing
    return make.dated(listing.fees, listing.fee.verified_on, listing.fee.source)


def _payer(make: Maker, heading: str, fact: PayerFact) -> QWidget:
    chip = make.chip(heading, Value(Facet.PAYER, fact.id, fact.label))
    role = role_of(fact)
    chip.setAccessibleName(f"{heading}: {fact.label}" + (f", {role}" if role else ""))
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(make.appearance.px(4))
    column.addWidget(Flowing(0).hold([chip]))
    words = sentence_case(role or translate("Detail", "network not known"))
    column.addWidget(make.dated(words, fact.verified_on, fact.source))
    return part
