"""search: who fits."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from therapist_desktop.commands.opening import catalogue_in_use
from therapist_desktop.commands.printing import print_json, print_lines, table, width
from therapist_desktop.commands.spelling import choices_of
from therapist_desktop.commands.wording import age, number_of
from therapist_desktop.domain.errors import UsageTrouble
from therapist_desktop.domain.filters import DEFAULT_MILES, MAX_MILES, Filters, Kind, Near, Order, Sort
from therapist_desktop.domain.text import one_line, shorten
from therapist_desktop.services.clock import local_day

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from datetime import date

    from therapist_desktop.domain.release import Release
    from therapist_desktop.domain.results import Card, Results, Suggestion
    from therapist_desktop.domain.taxonomy import Taxonomy
    from therapist_desktop.services.catalogue import Catalogue
    from therapist_desktop.services.paths import AppPaths


def run(args: Namespace, paths: AppPaths) -> int:
    """Answer one search."""
    _look_over(args.sort, has_place=args.near is not None)
    near = _near(args)
    catalogue = catalogue_in_use(paths)
    first, *then = args.sort or [Order(Sort.RELEVANCE)]
    filters = Filters(
        words=" ".join(args.words),
        kind=Kind(args.kind) if args.kind else None,
        chosen=choices_of("--facet", args.facet, catalogue.taxonomy()),
        preferred=choices_of("--prefer", args.prefer, catalogue.taxonomy()),
        near=near,
        sort=first.sort if args.sort else None,
        descending=first.descending,
        then=tuple(then),
    )
    started = time.perf_counter()
    results = catalogue.search(filters)
    took_ms = results.took_ms or (time.perf_counter() - started) * 1000
    cards = catalogue.page(results, args.offset, args.limit)
    if args.json:
        print_json(_answer(results, cards, took_ms))
    else:
        print_lines(_lines(args, results, cards, catalogue))
    return 0


def _look_over(keys: list[Order], *, has_place: bool) -> None:
    if Sort.DISTANCE in {key.sort for key in keys} and not has_place:
        raise UsageTrouble(what="--sort distance needs --near")
    if Sort.RELEVANCE in {key.sort for key in keys[1:]}:
        raise UsageTrouble(what="relevance can only be the first key of --sort")


def _near(args: Namespace) -> Near | None:
    if args.near is None:
        if args.within is not None:
            raise UsageTrouble(what="--within needs --near")
        return None
    miles = DEFAULT_MILES if args.within is None else args.within
    if not 0 < miles <= MAX_MILES:
        raise UsageTrouble(what=f"--within takes more than 0 and at most {MAX_MILES:.0f} miles")
    return Near(args.near, miles)


def _answer(results: Results, cards: tuple[Card, ...], took_ms: float) -> dict[str, Any]:
    return {
        "release": results.release,
        "total": results.total,
        "rows": [_row(card) for card in cards],
        "counts": results.counts,
        "kinds": results.kinds,
        "corrected": results.corrected,
        "remarks": [remark.sentence for remark in results.remarks],
        "suggestions": [_suggestion(suggestion) for suggestion in results.suggestions],
        "near_miss": [{"change": miss.text, "total": miss.total, "more": miss.more} for miss in results.near_miss],
        "took_ms": round(took_ms, 3),
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    """What typed words may stand for: a value of a facet, or a place."""
    asked: dict[str, Any] = {"typed": suggestion.typed, "label": suggestion.label, "words": suggestion.filters.words}
    if suggestion.choice is not None:
        return asked | {"facet": suggestion.choice.facet, "value": suggestion.choice.value}
    return asked | {"place": suggestion.filters.near.place if suggestion.filters.near else ""}


def _row(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "kind": card.kind,
        "name": card.name,
        "about": card.about,
        "city": card.city,
        "state": card.state,
        "zip": card.zip,
        "phone": card.phone,
        "miles": None if card.miles is None else round(card.miles, 1),
        "takes": card.takes,
        "accepting": card.accepting,
        "verified_on": card.verified_on,
        "freshness": card.freshness,
        "sample": card.sample,
        "why": [reason.text for reason in card.why],
        "unknown": card.unknown,
    }


def _lines(args: Namespace, results: Results, cards: tuple[Card, ...], catalogue: Catalogue) -> Iterator[str]:
    today = local_day()
    yield _headline(args, results, len(cards), catalogue.release())
    yield from (remark.sentence for remark in results.remarks)
    yield from (_meant(suggestion) for suggestion in results.suggestions)
    if cards:
        yield ""
        yield from _listed(cards, today, with_miles=results.spot is not None)
    if results.near_miss:
        yield ""
        yield "Try: " + "; ".join(f"{miss.text} = {miss.more:,} more" for miss in results.near_miss)
    if args.counts:
        yield ""
        yield from _counted(results, catalogue.taxonomy())


def _meant(suggestion: Suggestion) -> str:
    """The suggestion, and how to ask for it here."""
    choice, near = suggestion.choice, suggestion.filters.near
    option = f"--facet {choice.facet}={choice.value}" if choice else f'--near "{near.place if near else ""}"'
    return f'Did you mean: {suggestion.label} ({option}) for "{one_line(suggestion.typed)}"'


def _headline(args: Namespace, results: Results, shown: int, release: Release) -> str:
    listings = number_of(results.total, "listing")
    where = f" near {results.spot.label}" if results.spot else ""
    part = f", {args.offset + 1} to {args.offset + shown} shown" if shown and shown < results.total else ""
    return f"{listings}{where}{part} (release {release.number}, {release.title})"


def _listed(cards: tuple[Card, ...], today: date, *, with_miles: bool) -> Iterator[str]:
    heads = ("NAME", "PLACE", *(("MILES",) if with_miles else ()), "PHONE", "VERIFIED")
    head, *lines = table(heads, (_cells(card, today, with_miles=with_miles) for card in cards))
    yield head
    for card, line in zip(cards, lines, strict=True):
        yield line
        unknown = f"not said: {'; '.join(card.unknown)}" if card.unknown else ""
        why = "; ".join(reason.text for reason in card.why)
        notes = (card.id, "SAMPLE, made up" if card.sample else "", card.takes, why, unknown)
        yield "  " + shorten(" | ".join(note for note in notes if note), width() - 2)


def _cells(card: Card, today: date, *, with_miles: bool) -> tuple[str, ...]:
    place = ", ".join(part for part in (card.city, card.state) if part)
    miles = ("" if card.miles is None else f"{card.miles:.1f}",) if with_miles else ()
    return (card.name, place, *miles, card.phone or "-", age(card.verified_on, today))


def _counted(results: Results, taxonomy: Taxonomy) -> Iterator[str]:
    for one in taxonomy:
        counts = results.counts.get(one.facet, {})
        rows = [(value.id, value.label, f"{counts[value.id]:,}") for value in one.values if counts.get(value.id)]
        if rows:
            yield from table((one.facet.upper(), "", "LISTINGS"), rows, flexible=1)
            yield ""
