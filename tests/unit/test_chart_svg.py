"""Dates drawn in an SVG picture."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bazhanov_cli.render.chart.layout import MARGIN, MARK_RADIUS, WIDTH, layout_of, text_width
from bazhanov_cli.render.chart.svg import chart_svg
from bazhanov_cli.render.line_breaking import line_width
from bazhanov_cli.timeline.chart import Chart, chart_of
from edtf_texts import edtf_texts
from support.timelines import rows_of


def chart(*dates: str | None) -> Chart:
    drawn = chart_of(rows_of(*dates))
    assert drawn
    return drawn


def lane_of(date: str) -> str:
    """What is drawn for a date between the years 1900 and 1999."""
    drawn = chart("1900-01-01", date, "1999-12-31")
    picture = chart_svg(drawn, layout_of(drawn), "Test", "1900")
    lane: str = re.findall(r'<g class="lane".*?</g>', picture, re.DOTALL)[1]
    return lane[lane.index("pointer-events") :]


@pytest.mark.parametrize(
    ("date", "drawn", "left_out"),
    [
        ("1950-05-05", ['circle class="mark full"'], ["range", "solid", "fade"]),
        ("1950-05", ['circle class="mark"', 'path class="solid"'], ["range", "fade"]),
        ("1950", ['circle class="mark"'], ["range", "solid", "fade"]),
        ("1950~", ['circle class="mark"', "fade-in", "fade-out"], ["range"]),
        ("195X", ["stroke-dasharray", "range"], ["fade"]),
        ("[1940..1960]", ['path class="mark"', "range"], ["circle"]),
        ("1940-01-01/1960-01-01", ['rect class="solid"'], ["range", "fade", "arrow"]),
        ("1940~/1960~", ['rect class="solid"', "fade-in", "fade-out"], ["range"]),
        ("193X/196X", ['rect class="solid"', 'rect class="end"'], ["fade", "range"]),
        ("195X/195X", ['rect class="end"'], ["solid", "circle", "range"]),
        ("1950/..", ['rect class="solid"', "arrow"], ["fade"]),
        ("../1950", ['rect class="solid"', "arrow"], ["fade"]),
    ],
)
def test_how_well_a_date_is_known_can_be_seen(
    date: str, drawn: list[str], left_out: list[str]
) -> None:
    lane = lane_of(date)
    assert all(part in lane for part in drawn), lane
    assert not any(part in lane for part in left_out), lane


@pytest.mark.parametrize("date", ["1950-01-01~", "1950-01~", "1950~"])
def test_what_is_about_known_fades_within_the_breadth_of_its_mark(date: str) -> None:
    fades = re.findall(r'url\(#fade-(?:in|out)\)".*? width="([0-9.]+)"', lane_of(date))
    assert len(fades) == 2
    assert max(map(float, fades)) <= 2 * MARK_RADIUS


@settings(max_examples=40)
@given(dates=st.lists(st.none() | edtf_texts(), min_size=1, max_size=8))
def test_any_dates_make_a_well_formed_picture_with_every_event(dates: list[str | None]) -> None:
    drawn = chart_of(rows_of(*dates))
    if drawn is None:
        return
    layout = layout_of(drawn)
    root = ET.fromstring(chart_svg(drawn, layout, "Test", "1900"))
    words = "".join("".join(root.itertext()).split())
    assert all(f"Event0offact{number}" in words for number in range(1, len(dates) + 1))
    for lane in layout.lanes:
        widest = max(line_width(line, text_width) for line in lane.label.lines)
        left = lane.label.x - (widest if lane.label.anchor == "end" else 0)
        assert left >= 0
        assert left + widest <= WIDTH
    below = [lane.top for lane in layout.lanes]
    assert below == sorted(below)
    assert layout.height > layout.axis_bottom > below[-1]


def test_the_legend_explains_only_what_is_drawn() -> None:
    meanings = [item.mark.meaning for item in layout_of(chart("1900", "1950~")).legend]
    assert meanings == ["year", "about"]
    meanings = [item.mark.meaning for item in layout_of(chart("190X", "1950/..")).legend]
    assert meanings == ["decade or century", "span of time", "begins or ends here",
                        "may be then", "goes on, or later"]  # fmt: skip


def test_a_long_legend_goes_on_below_in_even_columns() -> None:
    every = ("1900-01-01", "1910-05", "1920", "193X", "[1940..1950]", "1950~", "1960/..", "../1970")
    legend = layout_of(chart(*every)).legend
    lines = sorted({item.y for item in legend})
    assert len(lines) > 1
    columns = [item.x for item in legend if item.y == lines[0]]
    assert {item.x for item in legend} == set(columns)
    assert len({round(b - a, 6) for a, b in pairwise(columns)}) == 1
    assert all(MARGIN <= item.x <= WIDTH - MARGIN for item in legend)
