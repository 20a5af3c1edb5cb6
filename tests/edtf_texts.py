"""Strategies for hypothesis: texts of valid EDTF dates of every kind that is read."""

from __future__ import annotations

import calendar

from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import HistoricalDate

YEARS = st.integers(-9999, 9999)
QUALIFIERS = st.sampled_from(["", "", "", "?", "~", "%"])


def length_of_month(year: int, month: int) -> int:
    """The length of a month by the standard library: the calendar repeats every 400 years."""
    return calendar.monthrange(year % 400 + 400, month)[1]


def edtf_year(year: int) -> str:
    return f"{'-' * (year < 0)}{abs(year):04}"


@st.composite
def edtf_days(draw: st.DrawFn, years: st.SearchStrategy[int] = YEARS) -> str:
    year = draw(years)
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, length_of_month(year, month)))
    return f"{edtf_year(year)}-{month:02}-{day:02}"


@st.composite
def edtf_points(draw: st.DrawFn, years: st.SearchStrategy[int] = YEARS) -> str:
    """A date that is no interval, with a qualifier or none."""
    day = draw(edtf_days(years))
    year, month = day[:-6], day[:-3]
    season = f"{year}-{draw(st.integers(21, 24))}"
    forms = [day, day, month, month, year, year, season, f"{month}-XX", f"{year}-XX"]
    forms += [f"{year[:-1]}X", f"{year[:-2]}XX"]
    return draw(st.sampled_from(forms)) + draw(QUALIFIERS)


@st.composite
def edtf_intervals(draw: st.DrawFn, years: st.SearchStrategy[int] = YEARS) -> str:
    """A closed, open or unknown interval, or one of a set."""
    start, end = draw(edtf_points(years)), draw(edtf_points(years))
    if parse_edtf(end).is_strictly_before(parse_edtf(start)):
        start, end = end, start
    forms = [f"{start}/{end}", f"[{start}..{end}]", f"{start}/..", f"../{end}"]
    forms += [f"{start}/", f"/{end}", f"[{start}..]", f"[..{end}]"]
    return draw(st.sampled_from(forms))


def edtf_texts(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[str]:
    """Any date, in years drawn from `years`."""
    return edtf_points(years) | edtf_intervals(years)


def historical_dates(
    years: st.SearchStrategy[int] = YEARS,
) -> st.SearchStrategy[HistoricalDate]:
    """Any date, parsed."""
    return edtf_texts(years).map(parse_edtf)
