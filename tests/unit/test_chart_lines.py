"""A chart in lines of characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import Precision
from bazhanov_cli.library.chronology import beginnings
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.render.chart.canvas import Canvas, Pen
from bazhanov_cli.render.chart.svg_density import density_svg
from bazhanov_cli.render.chart.writing import titled_lines
from bazhanov_cli.render.line_breaking import folded
from bazhanov_cli.render.marks import Mark, legend_lines
from bazhanov_cli.render.widths import cell_width, clusters
from bazhanov_cli.timeline.chart import Chart, chart_of
from bazhanov_cli.timeline.density import Density
from bazhanov_cli.timeline.timeline import MOST_LANES
from edtf_texts import edtf_texts
from support.timelines import dataset_of, rows_of, timeline_of


def lines_of(chart: Chart | Density, width: int, *, unicode: bool = True) -> list[str]:
    lines = titled_lines("A title that is long", "1900", chart, width, Pen(unicode))
    return ["".join(text for text, _ in line) for line in lines]


def drawn(*dates: str | None, width: int = 60, unicode: bool = True) -> list[str]:
    """The lanes of a chart, without title, axis, legend."""
    chart = chart_of(rows_of(*dates))
    assert chart
    lines = lines_of(chart, width, unicode=unicode)
    axes = [n for n, line in enumerate(lines) if re.fullmatch(r"[─┼+-]+", line)]
    return lines[axes[0] + 1 : axes[1]]


@settings(max_examples=60)
@given(
    dates=st.lists(st.none() | edtf_texts(), min_size=1, max_size=8),
    width=st.integers(20, 200),
    unicode=st.booleans(),
)
def test_no_line_is_too_wide_and_no_event_is_lost(
    dates: list[str | None], width: int, unicode: bool
) -> None:
    chart = chart_of(rows_of(*dates))
    if chart is None:
        return
    lines = lines_of(chart, width, unicode=unicode)
    assert max(map(cell_len, lines)) <= width
    # At 20 columns even "Event 0 of fact 7" is broken, but its words are all there.
    words = " ".join(lines[lines.index("") :]).split()
    assert sum(word in ("fact", "…fact") for word in words) == len(dates)
    assert unicode or all(line.isascii() for line in lines)


def test_a_moment_known_to_the_day_is_one_mark() -> None:
    lanes = drawn("1900-01-01", "1923-08-09", "1980-01-01")
    assert [re.findall(r"[●╌]", lane) for lane in lanes] == [["●"]] * 3


def test_a_moment_known_to_the_decade_is_a_range_with_its_mark_in_the_middle() -> None:
    lanes = drawn("1900-01-01", "195X", "1999-12-31")
    assert lanes[1].strip().startswith("╌╌◌╌╌")


def test_a_moment_that_is_one_of_a_range_is_no_interval() -> None:
    lanes = drawn("1900-01-01", "[1940..1959]", "1940/1959", "1999-12-31")
    assert re.match(r" +╌+◇╌+ 2 ", lanes[1])
    assert re.match(r" +╍+━+╍+ 3 ", lanes[2])


def test_the_name_of_an_era_begins_with_it_where_there_is_no_room_behind() -> None:
    found = timeline_of(["1900", "1950", "1999"], eras=[("A late era", "1945/1999")]).chart(60)
    assert isinstance(found, Chart)
    lines = lines_of(found, 60)
    (band,) = [number for number, line in enumerate(lines) if line.endswith("▔▔")]
    assert lines[band].strip("▔ ") == ""
    assert lines[band - 1].index("A late era") == lines[band].index("▔")


def test_what_may_not_yet_have_begun_is_drawn_broken() -> None:
    lanes = drawn("1900-01-01", "191X/194X", "1999-12-31")
    assert re.match(r" +╍{5,7}━+╍{5,7} 2", lanes[1])


def test_open_ends_are_arrows() -> None:
    lanes = drawn("1900-01-01", "1950/..", "../1960", "1999-12-31")
    assert re.match(r" +╍━▶ 2 ", lanes[1])
    assert re.match(r" +◀━╍ 3 ", lanes[2])


def test_ends_that_are_about_known_fade() -> None:
    lanes = drawn("1900-01-01", "1934~/1959~", "1999-12-31")
    assert re.match(r" +╍━+╍ ~ 2 ", lanes[1])


def test_ascii_has_a_sign_for_everything() -> None:
    dates = ("1900-01-01", "1934~/1959~", "1950/..", "../1960", "195X", "1999-12-31")
    lanes = drawn(*dates, unicode=False)
    signs = [re.sub(r" *\d Event.*", "", lane).strip() for lane in lanes]
    assert signs == ["*", "_==============_ ~", "_=>", "<=_", "--,---", ""]


def test_a_label_that_fits_on_neither_side_goes_on_below_where_there_is_most_room() -> None:
    lanes = drawn("1900-01-01", "1970", "1999-12-31", width=30)
    (second,) = [number for number, lane in enumerate(lanes) if "○" in lane]
    assert lanes[second].strip() == "○"
    assert lanes[second + 1] == "  2 Event 0 of fact 2"


def labelled(label: str, first: int, last: int, width: int = 50, **extra: str) -> list[str]:
    canvas = Canvas(width)
    canvas.fill(first, last, "o", "")
    dated = [(extra["dated"], "")] if "dated" in extra else None
    lines = canvas.labelled(first, last, [(label, "")], extra.get("nearest", ""), dated)
    return ["".join(text for text, _ in line) for line in lines]


def test_a_label_stands_to_the_left_where_it_fits_only_there() -> None:
    assert labelled("A label of some length", 30, 30) == ["       A label of some length o"]
    assert labelled("Not on the right", 40, 40, nearest="~+") == [
        "                    Not on the right ~+ o"
    ]


def test_a_label_that_fits_nowhere_in_one_line_is_left_aligned() -> None:
    long = "A label of words that are longer than either side is"
    assert labelled(long, 40, 40) == [
        "  A label of words that are longer than o",
        "  either side is",
    ]
    assert [len(line) - len(line.lstrip()) for line in labelled(long, 8, 8)[1:]] == [10]


def test_a_date_is_written_whole_after_a_label_or_not_at_all() -> None:
    assert labelled("A label", 10, 10, dated="  9 August 1923")[0].endswith(
        "A label  9 August 1923"
    )
    assert labelled("A label of thirty-two characters", 10, 10, dated="  9 August 1923") == [
        "          o A label of thirty-two characters"
    ]


def test_the_undated_stand_below_the_axis() -> None:
    chart = chart_of(rows_of("1923", None))
    assert chart
    lines = lines_of(chart, 60)
    assert lines[lines.index("Undated") + 1] == "  2 Event 0 of fact 2"


DENSE = [f"{year}-0{1 + year % 9}" for year in range(1900, 1960)] * 2


def density(
    dates: Sequence[str | None], columns: int = 60, eras: Sequence[tuple[str, str]] = ()
) -> Density:
    found = timeline_of(dates, eras=eras).chart(columns)
    assert isinstance(found, Density)
    return found


def test_more_events_than_have_lines_of_their_own_are_counted_and_none_is_lost() -> None:
    found = density([*DENSE, None, "-0044", "2000/.."])
    assert found.total == len(DENSE) + 2
    assert found.undated == 1
    assert len(found.counts) == 60
    assert found.counts[0] == 1
    assert found.axis.first.year == -44


def test_a_limit_asks_for_lines_after_all() -> None:
    assert isinstance(timeline_of(DENSE, limit=MOST_LANES + 5).chart(60), Chart)


@settings(max_examples=10)
@given(
    dates=st.lists(edtf_texts(), min_size=MOST_LANES + 1, max_size=90),
    width=st.integers(20, 200),
    unicode=st.booleans(),
)
def test_a_density_fits_and_even_a_single_event_can_be_seen(
    dates: list[str], width: int, unicode: bool
) -> None:
    found = density([*dates, *dates[:1] * 400], width)
    lines = lines_of(found, width, unicode=unicode)
    assert max(map(cell_len, lines)) <= width
    floor = next(line for line in reversed(lines) if set(line) & set("▁▂▃▄▅▆▇█#")).ljust(width)
    assert [column != " " for column in floor] == [count > 0 for count in found.counts]


ERAS = [("Early", "1850/1920"), ("Middle", "1921/1940"), ("Late", "1941/.."), ("Later", "2000/..")]


def test_a_density_shows_the_eras_that_the_axis_reaches() -> None:
    found = density(DENSE, eras=ERAS)
    assert [(band.era and band.era.name) for band in found.bands] == ["Early", "Middle", "Late"]
    assert (found.bands[0].start, found.bands[-1].end) == (0, 1)
    assert any("▔ Middle" in line for line in lines_of(found, 60))
    picture = density_svg(found, "Dense", "1900 to 1960")
    assert picture.count('class="era"') == 3
    assert picture.count("<title>") >= sum(count > 0 for count in found.counts)


def test_events_without_any_date_have_no_chart() -> None:
    assert timeline_of([None] * (MOST_LANES + 1)).chart(60) is None
    assert timeline_of([None]).chart(60) is None


@pytest.mark.parametrize("unit", [Precision.DAY, Precision.MONTH, Precision.YEAR])
@settings(max_examples=15)
@given(dates=st.lists(edtf_texts(), min_size=1, max_size=30))
def test_every_unit_counts_every_event_and_none_before_its_time(
    unit: Precision, dates: list[str]
) -> None:
    counted = list(beginnings(dataset_of(dates), Selection(), unit, every=True))
    assert sum(found.events for found in counted) == len(dates)
    assert [found.day for found in counted] == sorted({found.day for found in counted})
    parsed = [parse_edtf(date) for date in dates]
    first_days = sorted(day for date in parsed if (day := date.earliest or date.latest))
    assert counted[0].day <= first_days[0]
    assert counted[-1].day <= first_days[-1]
    ends = [date.latest for date in parsed if date.latest]
    assert max((found.latest for found in counted if found.latest), default=None) == max(
        ends, default=None
    )


@given(text=st.text(max_size=40), width=st.integers(1, 30))
def test_folding_keeps_every_word_and_every_style(text: str, width: int) -> None:
    lines = list(folded([(text, "a"), (" and more", "b")], max(width, 2)))
    joined = "".join(part for line in lines for part, _ in line)
    assert "".join(joined.split()) == "".join((text + " and more").split())
    assert all(sum(cell_width(part) for part, _ in line) <= max(width, 2) for line in lines)


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("洛陽", 4), ("אב", 2), ("", 0), ("❤️", 2), ("❤", 1),
     ("👩‍🔬", 2), ("👍🏽", 2), ("\u1112\u1161\u11ab", 2), ("कि", 1), ("1️⃣", 2), ("a\xadb", 3)],
)  # fmt: skip
def test_a_text_is_as_wide_as_a_terminal_draws_it(text: str, width: int) -> None:
    assert cell_width(text) == cell_len(text) == width


EMOJI = st.sampled_from("❤☀✈▶⚠⚽👩👍🔬🏳🌈👨👧🇫🇷🏽🏻\u200d\ufe0f\u20e3#1aé洛한\u1112\u1161\u11abकि ")


@settings(max_examples=300)
@given(text=st.text(EMOJI, max_size=12))
def test_emoji_are_as_wide_as_rich_says_and_never_cut(text: str) -> None:
    assert cell_width(text) == cell_len(text)
    parts = list(clusters(text))
    assert "".join(parts) == text
    assert not any(part[0] in "\u200d\ufe0f🏽" for part in parts[1:])
    assert all(cell_len("".join(s for s, _ in line)) <= 4 for line in folded([(text, "")], 4))


def legend_of(marks: set[Mark], width: int, number: int | None = None) -> list[str]:
    lines = legend_lines(marks, number, width, unicode=True)
    return ["".join(text for text, _ in line) for line in lines]


def test_a_legend_parts_no_meaning_from_its_sign_and_folds_a_long_one_by_words() -> None:
    assert legend_of({Mark.DAY, Mark.YEAR, Mark.GAP}, 20, 8) == [
        "● day  ○ year", "┊ nothing dated", "8 fact number",
    ]  # fmt: skip
    assert legend_of({Mark.DAY, Mark.DERIVED, Mark.ERA}, 20) == [
        "● day", "+ worked out or", "  dated from a fact", "▔ era",
    ]  # fmt: skip


@given(marks=st.sets(st.sampled_from(Mark)), width=st.integers(20, 200), unicode=st.booleans())
def test_a_legend_fits_and_says_every_meaning_whole(
    marks: set[Mark], width: int, unicode: bool
) -> None:
    lines = list(legend_lines(marks, 1, width, unicode=unicode))
    texts = ["".join(text for text, _ in line) for line in lines]
    assert all(cell_len(text) <= width for text in texts)
    words = " ".join(" ".join(texts).split())
    assert all(f"{mark.sign if unicode else mark.plain} {mark.meaning}" in words for mark in marks)


def test_a_word_that_is_too_long_is_broken_after_a_hyphen() -> None:
    lines = folded([("In Mogilev-Podolskiy, Russia", "")], 12)
    assert ["".join(text for text, _ in line) for line in lines] == [
        "In", "Mogilev-", "Podolskiy,", "Russia",
    ]  # fmt: skip
