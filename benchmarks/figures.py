"""A figure beside its peer, and a table of them."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

FRAME_MS = 1000 / 60
"""One frame of a usual screen."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured and the peer it is held against, both in the same unit and from the same run."""

    name: str
    value: float
    unit: str
    peer_name: str
    peer: float
    bound: float | None = None

    @property
    def ratio(self) -> float:
        """Value over peer."""
        return self.value / self.peer

    @property
    def is_met(self) -> bool | None:
        """Whether the ratio keeps its bound; None where there is no bound."""
        return None if self.bound is None else self.ratio <= self.bound

    def as_json(self) -> dict[str, object]:
        """All of it, for scripts."""
        return {
            "name": self.name,
            "value": round(self.value, 4),
            "unit": self.unit,
            "peer_name": self.peer_name,
            "peer": round(self.peer, 4),
            "ratio": round(self.ratio, 3),
            "bound": self.bound,
        }


def cells(figure: Figure) -> tuple[str, ...]:
    """A figure as a line of a table; HEAD says what is in it."""
    bound = "" if figure.bound is None else f"<= {figure.bound:g}x"
    verdict = {None: "", True: "met", False: "missed"}[figure.is_met]
    return (
        figure.name,
        f"{figure.value:,.2f} {figure.unit}",
        figure.peer_name,
        f"{figure.peer:,.2f} {figure.unit}",
        f"{figure.ratio:.2f}x",
        bound,
        verdict,
    )


HEAD = ("figure", "value", "peer", "its value", "ratio", "bound", "verdict")


def table(title: str, figures: list[Figure]) -> str:
    """Figures as aligned text."""
    rows = [cells(one) for one in figures]
    widths = [max(len(row[place]) for row in (HEAD, *rows)) for place in range(len(HEAD))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in (HEAD, *rows)
    ]
    return "\n".join([title, "", *lines])


def share(times: Sequence[float], percent: int) -> float:
    """What so many percent of at least two numbers do not exceed, 99 at most."""
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]
