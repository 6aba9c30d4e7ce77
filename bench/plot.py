"""A plot with logarithmic axes as SVG, written by hand: it needs no package, and its text can be read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 860, 470
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 230, 30, 50
COLOURS = ("#0b5fa5", "#c2410c", "#15803d", "#7e22ce", "#a16207")
"""One for each operation; each reads on white and on black."""


@dataclass(frozen=True, slots=True)
class Line:
    """Points (x, y), both above 0, in a colour; dashed for those that are only there to compare with."""

    name: str
    points: Sequence[tuple[float, float]]
    colour: str
    dashes: str = ""


def plot(title: str, x: str, y: str, lines: Sequence[Line], ticks: Mapping[float, str]) -> str:
    """The SVG. `ticks`: the values named on the x axis."""
    xs = [point[0] for line in lines for point in line.points]
    ys = [point[1] for line in lines for point in line.points]
    low, high = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))
    axes = _Axes(math.log10(min(xs)), math.log10(max(xs)), low, max(high, low + 1))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' font-family="system-ui, sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(axes.bottom, axes.top + 1):
        at = axes.y(10.0**power)
        parts.append(f'<path d="M{_LEFT} {at:.1f}H{WIDTH - _RIGHT}" stroke="#d4d4d4"/>')
        parts.append(_text(_LEFT - 8, at + 4, f"{10.0**power:g}", "end"))
    for value, name in ticks.items():
        parts.append(f'<path d="M{axes.x(value):.1f} {_TOP}V{HEIGHT - _BOTTOM}" stroke="#d4d4d4"/>')
        parts.append(_text(axes.x(value), HEIGHT - _BOTTOM + 20, name, "middle"))
    parts.append(_text((_LEFT + WIDTH - _RIGHT) / 2, HEIGHT - 8, x, "middle"))
    parts.append(_text(_LEFT, _TOP - 12, y, "start"))
    for row, line in enumerate(lines):
        parts += _line(axes, line, _TOP + 8 + row * 20)
    return "\n".join([*parts, "</svg>", ""])


@dataclass(frozen=True, slots=True)
class _Axes:
    left: float
    right: float
    bottom: int
    top: int

    def x(self, value: float) -> float:
        width = self.right - self.left or 1.0
        return _LEFT + (math.log10(value) - self.left) / width * (WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        share = (math.log10(value) - self.bottom) / (self.top - self.bottom)
        return HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM)


def _line(axes: _Axes, line: Line, row: float) -> list[str]:
    """The line, its points, and its name beside the plot."""
    way = " ".join(f"{axes.x(x):.1f},{axes.y(y):.1f}" for x, y in line.points)
    style = f'fill="none" stroke="{line.colour}" stroke-width="2"'
    style += f' stroke-dasharray="{line.dashes}"' if line.dashes else ""
    beside = WIDTH - _RIGHT + 16
    return [
        f'<polyline points="{way}" {style}/>',
        *(f'<circle cx="{axes.x(x):.1f}" cy="{axes.y(y):.1f}" r="3" fill="{line.colour}"/>' for x, y in line.points),
        f'<path d="M{beside} {row}h26" {style}/>',
        _text(beside + 34, row + 4, line.name, "start"),
    ]


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#262626">{escape(words)}</text>'
