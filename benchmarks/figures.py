"""A figure beside its peer, and a table of them."""

from dataclasses import dataclass


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


def table(title: str, figures: list[Figure]) -> str:
    """Figures as aligned text."""
    head = ("figure", "value", "peer", "", "ratio", "bound")
    rows = [
        (
            one.name,
            f"{one.value:,.2f} {one.unit}",
            one.peer_name,
            f"{one.peer:,.2f} {one.unit}",
            f"{one.ratio:.2f}x",
            "" if one.bound is None else f"<= {one.bound:g}x",
        )
        for one in figures
    ]
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in (head, *rows)
    ]
    return "\n".join([title, "", *lines])
