"""A chart as a page for a browser: its picture, with each fact shown where one points or tabs to.

The page needs no script and no network, and forbids both to itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.layout import WIDTH, Layout, PlacedLane, layout_of
from bazhanov_cli.render.chart.svg import chart_svg, lane_id
from bazhanov_cli.render.chart.svg_density import density_svg
from bazhanov_cli.render.records import dated_words
from bazhanov_cli.render.timeline_records import aged_in_words, reason_undated, remarks

if TYPE_CHECKING:
    from bazhanov_cli.facts import Dataset
    from bazhanov_cli.timeline.chart import Chart
    from bazhanov_cli.timeline.density import Density
    from bazhanov_cli.timeline.rows import TimelineRow

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

_STYLE = """
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1f2328; --quiet: #59636e;
  --line: #d5d9de; --accent: #0a6c9e; }
@media (prefers-color-scheme: dark) { :root { --paper: #0d1117; --ink: #e6edf3;
  --quiet: #9198a1; --line: #3d444d; --accent: #58b0e3; } }
body { margin: 0 auto; max-width: 1100px; padding: 1rem; background: var(--paper);
  color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
  sans-serif; }
figure { margin: 0; position: relative; }
.picture { overflow-x: auto; }
.picture svg { display: block; width: 100%; min-width: 640px; height: auto; }
.lane { cursor: default; outline: none; }
.lane:hover .ground, .lane:focus .ground { fill: var(--accent); opacity: 0.1; }
.lane:focus-visible .ground { stroke: var(--accent); stroke-width: 2; opacity: 0.2; }
.card { visibility: hidden; position: absolute; z-index: 1; box-sizing: border-box;
  width: min(26rem, 90%); padding: 0.75rem 1rem; pointer-events: none; background: var(--paper);
  border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 4px;
  box-shadow: 0 4px 16px rgb(0 0 0 / 0.25); }
@media (max-width: 700px) { .card { left: 0 !important; right: 0 !important; width: auto; } }
.card p, li p { margin: 0; }
.when { color: var(--quiet); }
h2 { font-size: 1.1rem; }
ul { list-style: none; padding: 0; max-width: 46rem; }
li { margin: 0 0 0.75rem; }
footer { color: var(--quiet); font-size: 0.85rem; }
""".strip()


def chart_page(chart: Chart, dataset: Dataset, summary: str) -> str:
    """The page of a chart: its picture, a card for each happening, and every fact as a list."""
    layout = layout_of(chart)
    picture = chart_svg(chart, layout, dataset.title, summary, focusable=True)
    cards = "\n".join(map(_card, layout.lanes))
    facts = "\n".join(f"<li>{_row(row)}</li>" for row in _rows(chart))
    rules = "\n".join(_rule(lane, layout) for lane in layout.lanes)
    body = f"<h2>The facts in order of time</h2>\n<ul>\n{facts}\n</ul>\n"
    return _page(dataset, rules, f"{picture}</div>\n{cards}", body)


def density_page(density: Density, dataset: Dataset, summary: str) -> str:
    """The page of a density: its picture alone."""
    return _page(dataset, "", f"{density_svg(density, dataset.title, summary)}</div>", "")


def _page(dataset: Dataset, rules: str, picture: str, body: str) -> str:
    notice = " ".join(filter(None, (dataset.attribution, dataset.licence)))
    return f"""<!DOCTYPE html>
<html lang="{escape(dataset.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(dataset.title)}</title>
<link rel="icon" href="data:,">
<style>
{_STYLE}
{rules}
</style>
</head>
<body>
<main>
<figure><div class="picture">
{picture}
</figure>
{body}</main>
<footer>{escape(notice)}</footer>
</body>
</html>
"""


def _rule(lane: PlacedLane, layout: Layout) -> str:
    """Shows the card of a lane, below it, while one points at it or, else, has it in focus."""
    name, middle = lane_id(lane), (lane.bar.first + lane.bar.last) / 2
    left = 100 * middle / WIDTH
    side = f"left: {left:.1f}%" if left < 50 else f"right: {100 - left:.1f}%"
    top = 100 * (lane.top + lane.height + 2) / layout.height
    return (
        f"#card-{name} {{ top: {top:.1f}%; {side}; }}\n"
        f"figure:has(#{name}:hover) #card-{name},\n"
        f"figure:not(:has(.lane:hover)):has(#{name}:focus) #card-{name} {{ visibility: visible; }}"
    )


def _card(lane: PlacedLane) -> str:
    rows = "".join(map(_row, (lane.lane.row, *lane.lane.twins)))
    return f'<div class="card" role="tooltip" id="card-{lane_id(lane)}">{rows}</div>'


def _rows(chart: Chart) -> Iterator[TimelineRow]:
    for lane in chart.lanes:
        yield from (lane.row, *lane.twins)
    yield from chart.undated


def _row(row: TimelineRow) -> str:
    """A row in words: when, at which age, and what its fact says."""
    when = [dated_words(row.event) or "Undated", aged_in_words(row.age), *remarks(row)]
    reason = reason_undated(row.fact) if row.event.date is None else ""
    note = f'<p class="when">{escape(reason)}</p>' if reason else ""
    return (
        f'<p class="when">{escape(", ".join(filter(None, when)))}</p>'
        f"<p><strong>{row.fact.id}</strong> {escape(row.text)}</p>{note}"
    )
