"""The density of many events as an SVG picture: a column as high as it has events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.layout import AXIS_TOP, LINE, axis_ticks, band_label, x_of
from bazhanov_cli.render.chart.svg import axis_parts, band_stretch, document, label_text
from bazhanov_cli.render.chart.svg_marks import number
from bazhanov_cli.render.chart.words import density_in_words

if TYPE_CHECKING:
    from bazhanov_cli.timeline.density import Density

_HEIGHT = 320
_BAND_HEIGHT = 30


def density_svg(density: Density, title: str, summary: str) -> str:
    """The picture of a density."""
    bottom = AXIS_TOP + _HEIGHT
    below = bottom + LINE
    parts = [
        *axis_parts(axis_ticks(density.axis), bottom),
        *_columns(density, bottom),
        *_bands(density, below),
    ]
    height = below + _BAND_HEIGHT * len(density.bands) + LINE
    words = density_in_words(density)
    return document(title, summary, words, height, parts)


def _columns(density: Density, bottom: float) -> Iterator[str]:
    most, count = max(density.counts), len(density.counts)
    width = x_of(1 / count) - x_of(0) - 1
    for position, events in enumerate(density.counts):
        if events:
            # Not even a single event is lost beside thousands.
            height = max(_HEIGHT * 0.95 * events / most, 1)
            yield (
                f'<rect class="solid" x="{number(x_of(position / count))}"'
                f' y="{number(bottom - height)}" width="{number(width)}"'
                f' height="{number(height)}"><title>{events:,}</title></rect>'
            )


def _bands(density: Density, top: float) -> Iterator[str]:
    for position, band in enumerate(density.bands):
        first, last = x_of(band.start), x_of(band.end)
        y = top + position * _BAND_HEIGHT
        yield band_stretch(first, last, y, _BAND_HEIGHT - 4)
        yield label_text(band_label(band), y + LINE / 2 + 4)
