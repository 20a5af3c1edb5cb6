"""Charts to share: an SVG picture, or a page that needs nothing but itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bazhanov_cli.timeline.chart import Chart

if TYPE_CHECKING:
    from bazhanov_cli.facts import Dataset
    from bazhanov_cli.timeline.density import Density

COLUMNS = 184
"""So many columns of five pixels fill the axis of a picture."""


def picture(chart: Chart | Density, dataset: Dataset, summary: str) -> str:
    """The chart, or the density, as an SVG document under its title and a summary."""
    if isinstance(chart, Chart):
        from bazhanov_cli.render.chart.layout import layout_of
        from bazhanov_cli.render.chart.svg import chart_svg

        return chart_svg(chart, layout_of(chart), dataset.title, summary)
    from bazhanov_cli.render.chart.svg_density import density_svg

    return density_svg(chart, dataset.title, summary)


def page(chart: Chart | Density, dataset: Dataset, summary: str) -> str:
    """The chart, or the density, as an HTML document under its title and a summary."""
    from bazhanov_cli.render.chart.html import chart_page, density_page

    if isinstance(chart, Chart):
        return chart_page(chart, dataset, summary)
    return density_page(chart, dataset, summary)
