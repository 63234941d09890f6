"""The order of the rows: what a click on a head makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Filters, Order, Sort

if TYPE_CHECKING:
    from collections.abc import Sequence


def orders_of(filters: Filters) -> tuple[Order, ...]:
    """The keys of the order asked for, the first one first; none for the usual order."""
    if filters.order is Sort.RELEVANCE:
        return ()
    return filters.orders


def ordered(filters: Filters, orders: Sequence[Order]) -> Filters:
    """The same asked for in this order."""
    if not orders:
        return replace(filters, sort=None, descending=False, then=())
    first, *then = orders
    return replace(filters, sort=first.sort, descending=first.descending, then=tuple(then))


def clicked(orders: Sequence[Order], sort: Sort, *, adds: bool) -> tuple[Order, ...]:
    """What a click on a head asks for: its order, the other way round, then no longer; Shift keeps the other keys."""
    now = next((key for key in orders if key.sort is sort), None)
    after = None if now is not None and now.descending else Order(sort, descending=now is not None)
    if not adds:
        alone = len(orders) <= 1
        kept = after if alone or orders[0].sort is sort else Order(sort)
        return () if kept is None else (kept,)
    if now is None:
        return (*orders, Order(sort))
    turned = (after if key.sort is sort else key for key in orders)
    return tuple(key for key in turned if key is not None)
