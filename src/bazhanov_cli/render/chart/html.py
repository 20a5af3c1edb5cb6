"""A chart as a page for a browser: its picture, with each fact shown where one points or tabs to.

The page needs no script and no network, and forbids both to itself.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.html_facts import fact_list, row_in_html
from bazhanov_cli.render.chart.layout import WIDTH, Layout, PlacedLane, layout_of
from bazhanov_cli.render.chart.svg import chart_svg, lane_id
from bazhanov_cli.render.chart.svg_density import density_svg

if TYPE_CHECKING:
    from bazhanov_cli.facts import Dataset
    from bazhanov_cli.timeline.chart import Chart
    from bazhanov_cli.timeline.density import Density

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

_STYLE = """
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1f2328; --quiet: #59636e;
  --line: #d5d9de; --accent: #0a6c9e; --doubt: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --paper: #0d1117; --ink: #e6edf3;
  --quiet: #9198a1; --line: #3d444d; --accent: #58b0e3;
  --doubt: #d8a63a; } }
body { margin: 0 auto; max-width: 1100px; padding: 1rem; background: var(--paper);
  color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
  sans-serif; }
figure { margin: 0; position: relative; }
.picture { overflow-x: auto; }
.picture svg { display: block; width: 100%; min-width: 640px; height: auto; }
.picture svg.timeline .paper { fill: none; }
.scroll { display: none; margin: 0; color: var(--quiet); font-size: 0.85rem; }
@media (max-width: 671px) { .scroll { display: block; } .picture { background:
  linear-gradient(to right, var(--paper) 1rem, transparent) left / 3rem 100% no-repeat local,
  linear-gradient(to left, var(--paper) 1rem, transparent) right / 3rem 100% no-repeat local,
  linear-gradient(to right, var(--quiet), transparent) left / 0.75rem 100% no-repeat,
  linear-gradient(to left, var(--quiet), transparent) right / 0.75rem 100% no-repeat; } }
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
.facts, footer { padding: 0 max(4%, 25.6px); }
h2 { font-size: 1.1rem; }
h3 { font-size: 1rem; margin: 2rem 0 0.75rem; }
ul { list-style: none; padding: 0; max-width: 46rem; }
li { margin: 0 0 1.25rem; }
li .note { margin: 0.4rem 0 0; padding-left: 0.75rem; border-left: 3px solid var(--doubt);
  font-size: 0.9rem; }
.note strong { font-weight: 600; color: var(--doubt); }
.note cite { display: block; color: var(--quiet); font-style: normal; }
footer { color: var(--quiet); font-size: 0.85rem; }
@media print { .scroll { display: none; } li { break-inside: avoid; } }
""".strip()


def chart_page(chart: Chart, dataset: Dataset, summary: str) -> str:
    """The page of a chart: its picture, a card for each happening, and every fact as a list."""
    layout = layout_of(chart)
    picture = chart_svg(chart, layout, dataset.title, summary, focusable=True)
    cards = "\n".join(map(_card, layout.lanes))
    rules = "\n".join(_rule(lane, layout) for lane in layout.lanes)
    body = f'<section class="facts">\n{fact_list(chart)}\n</section>\n'
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
<p class="scroll">The chart is wider than this screen: scroll it to see all of it.</p>
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
    rows = "".join(map(row_in_html, (lane.lane.row, *lane.lane.twins)))
    return f'<div class="card" role="tooltip" id="card-{lane_id(lane)}">{rows}</div>'
