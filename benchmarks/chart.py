"""docs/pictures/performance.svg: every figure that has a bound as a bar, on one axis of shares of the bound."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from benchmarks.figures import Figure
from benchmarks.record import Run, counted_in

_WIDTH = 1060
_LEFT, _RIGHT = 480, 170
_TOP, _LINE, _BAR, _GROUP, _FOOT = 92, 26, 14, 38, 48
_LEAST, _MOST = 0.1, 10.0
_MET, _MISSED = "#2f7f79", "#b3541e"
_INK, _FAINT, _RULE = "#1f2933", "#5a6673", "#d9dee3"
_FONT = "font-family=\"Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif\""
_SPOKEN = 'role="img" aria-labelledby="title told"'
_PLAIN = f'font-size="12" fill="{_INK}"'
_FAINTLY = f'font-size="12" fill="{_FAINT}"'
_STRONG = f'font-size="13" font-weight="600" fill="{_INK}"'
_HEADING = f'font-size="18" font-weight="600" fill="{_INK}"'
_TITLE = "Performance: every figure as a share of its bound"


@dataclass(frozen=True, slots=True)
class _Bar:
    """One figure, and how much of its bound it takes."""

    figure: Figure

    @property
    def share(self) -> float:
        return self.figure.ratio / (self.figure.bound or 1.0)

    @property
    def told(self) -> str:
        return f"{_short(self.figure.ratio)}x of {self.figure.bound:g}x"


def svg(runs: Iterable[Run]) -> str:
    """The chart as an SVG document with its text as text."""
    groups = [(run, [_Bar(one) for one in run.figures if one.bound is not None]) for run in runs]
    groups = [(run, bars) for run, bars in groups if bars]
    height = _TOP + sum(_GROUP + _LINE * len(bars) for _, bars in groups) + _FOOT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" {_SPOKEN} {_FONT}>',
        f'<title id="title">{_TITLE}</title>',
        f'<desc id="told">{escape(_told(groups))}</desc>',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(24, 34, _TITLE, _HEADING),
        _text(
            24,
            56,
            "Ratio to a peer measured in the same run. A bar that ends left of the line keeps its bound.",
            _FAINTLY,
        ),
        *_axis(height - _FOOT),
        *_groups(groups),
        *_bound(height - _FOOT),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _groups(groups: Iterable[tuple[Run, list[_Bar]]]) -> Iterator[str]:
    y = float(_TOP)
    for run, bars in groups:
        yield _text(24, y + 24, f"{run.benchmark.capitalize()}, {run.rows:,} {counted_in(run.benchmark)}", _STRONG)
        y += _GROUP
        for bar in bars:
            yield from _drawn(bar, y)
            y += _LINE


def _drawn(bar: _Bar, y: float) -> Iterator[str]:
    middle = y + _LINE / 2
    colour = _MET if bar.figure.is_met else _MISSED
    wide = _x(bar.share) - _LEFT
    label = f"{bar.figure.name} / {bar.figure.peer_name}"
    yield _text(_LEFT - 10, middle + 4, _cut(label, 74), anchor="end")
    yield f'<rect x="{_LEFT}" y="{middle - _BAR / 2:g}" width="{wide:.1f}" height="{_BAR}" rx="2" fill="{colour}"/>'
    verdict = "" if bar.figure.is_met else ", missed"
    yield _text(
        _WIDTH - _RIGHT + 10, middle + 4, bar.told + verdict, f'font-size="12" font-weight="600" fill="{colour}"'
    )


def _axis(bottom: float) -> Iterator[str]:
    for share in (0.1, 0.2, 0.5, 1, 2, 5, 10):
        x = _x(share)
        yield f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{bottom}" stroke="{_RULE}"/>'
        yield _text(x, bottom + 18, f"{share:g}", _FAINTLY, "middle")
    yield _text((_LEFT + _WIDTH - _RIGHT) / 2, bottom + 38, "share of the bound", _FAINTLY, "middle")


def _bound(bottom: float) -> Iterator[str]:
    x = _x(1)
    yield f'<line x1="{x:.1f}" y1="{_TOP - 6}" x2="{x:.1f}" y2="{bottom}" stroke="{_INK}" stroke-width="1.5"/>'
    yield _text(x, _TOP - 12, "bound", _STRONG, "middle")


def _x(share: float) -> float:
    """Where a share of the bound is on the logarithmic axis; what is off the axis is at its end."""
    held = min(max(share, _LEAST), _MOST)
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * math.log(held / _LEAST) / math.log(_MOST / _LEAST)


def _text(x: float, y: float, text: str, style: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" {style or _PLAIN}>{escape(text)}</text>'


def _told(groups: Iterable[tuple[Run, list[_Bar]]]) -> str:
    """The chart for those who hear it."""
    return " ".join(
        f"{run.benchmark}, {run.rows:,} {counted_in(run.benchmark)}: "
        f"{bar.figure.name} against {bar.figure.peer_name} is {bar.told}."
        for run, bars in groups
        for bar in bars
    )


def _short(ratio: float) -> str:
    return f"{ratio:.2g}" if ratio < 10 else f"{ratio:.0f}"


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"
