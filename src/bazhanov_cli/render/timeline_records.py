"""How the events of a timeline, and anniversaries, are shown in every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from bazhanov_cli.dates.historical import Precision
from bazhanov_cli.dates.words import year_in_words
from bazhanov_cli.facts import Basis
from bazhanov_cli.render.counted import counted
from bazhanov_cli.render.records import (
    RecordView,
    dated_words,
    edtf_of,
    event_object,
    fact_object,
)
from bazhanov_cli.timeline.rows import TimelineRow

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import HistoricalDate
    from bazhanov_cli.facts import Fact
    from bazhanov_cli.timeline.ages import Age
    from bazhanov_cli.timeline.anniversaries import Anniversary
    from bazhanov_cli.timeline.gaps import Gap
    from bazhanov_cli.timeline.rows import Period

_UNDATED = "undated"


def age_in_words(age: Age | None) -> str:
    """An age as a person writes it: `23`, `18 to 19`, `from 29`, `until 20`, `about 33 to 39`."""
    if age is None or (age.least is None and age.most is None):
        return ""
    about = "about " if age.approximate else ""
    if age.most is None:
        return f"from {about}{age.least:,}"
    if age.least is None:
        return f"until {about}{age.most:,}"
    if age.least == age.most:
        return f"{about}{age.least:,}"
    return f"{about}{age.least:,} to {age.most:,}"


def years_ago_in_words(found: Anniversary, this_year: int) -> str:
    """How long ago something was: `103 years ago`, `this year`, `in 5 years`.

    Counted to the year of the day that is asked for, which is named where it is not this one:
    `107 years before 2030`.
    """
    years, year = found.years, found.day.year
    if years == 0:
        return "this year" if year == this_year else f"in {year_in_words(year)}"
    number = counted(abs(years), "year")
    if year != this_year:
        return f"{number} {'before' if years > 0 else 'after'} {year_in_words(year)}"
    return f"{number} ago" if years > 0 else f"in {number}"


def row_object(row: TimelineRow) -> dict[str, Any]:
    """An event as the JSON object of the command line's contract."""
    age = row.age
    return {
        **event_object(row.event),
        "age": age and {"min": age.least, "max": age.most},
        "era": row.era and row.era.name,
        "within_period": row.within,
        "same_as": row.event.same_as,
        "fact": fact_object(row.fact),
    }


def aged_in_words(age: Age | None) -> str:
    """An age within a sentence: `aged 23`, `from age 29`; none at the birth itself."""
    words = "" if age and age.at_birth else age_in_words(age)
    open_end, _, years = words.partition(" ")
    if open_end in ("from", "until"):
        return f"{open_end} age {years}"
    return f"aged {words}" if words else ""


def timeline_view(*, brief: bool = False) -> RecordView[TimelineRow]:
    """Events for programs; in brief with their labels in place of the facts' words."""
    return RecordView(
        ("date", "age", "id", "text"),
        lambda row: (*_leading_fields(row), row.label if brief else row.text),
        row_object,
        lambda row: _markdown(row, row.label if brief else row.text),
    )


def sheet_view() -> RecordView[TimelineRow]:
    """Events for a spreadsheet: every bound and doubt in a column of its own."""
    return RecordView(
        (
            "date", "age", "id", "text", "label", "earliest", "latest", "precision",
            "approximate", "uncertain", "basis", "era",
        ),
        _sheet_fields,
        row_object,
        lambda row: row.text,
    )  # fmt: skip


def today_view(this_year: int) -> RecordView[Anniversary]:
    """Anniversaries for programs, told from some year."""
    view = timeline_view()
    return RecordView(
        view.columns,
        lambda anniversary: view.fields(anniversary.row),
        lambda anniversary: {
            **row_object(anniversary.row),
            "years_ago": anniversary.years,
            "days_away": anniversary.days_away,
        },
        lambda anniversary: _markdown(
            anniversary.row, anniversary.row.text, years_ago_in_words(anniversary, this_year)
        ),
    )


def with_headings(rows: Iterable[TimelineRow], *, brief: bool) -> Iterator[str]:
    """Lines of Markdown: a heading wherever the era changes, and one above the undated."""
    from bazhanov_cli.render.markdown import escape

    view = timeline_view(brief=brief)
    above = None
    for row in rows:
        heading = section_of(row, above)
        if heading and heading != above and row.twin is None:
            yield f"{'' if above is None else chr(10)}## {escape(heading)}\n"
            above = heading
        yield view.markdown(row)


def section_of(row: TimelineRow, above: str | None) -> str:
    """The heading that a row stands under, after a row under another; empty before any era."""
    if row.event.date is None:
        return "Undated"
    if row.era:
        return row.era.name
    return "Outside the eras" if above else ""


def _leading_fields(row: TimelineRow) -> tuple[str, ...]:
    return (edtf_of(row.event), age_in_words(row.age), str(row.fact.id))


def _sheet_fields(row: TimelineRow) -> tuple[str, ...]:
    event = row_object(row)
    keys = ("earliest", "latest", "precision", "approximate", "uncertain", "basis", "era")
    return (
        *_leading_fields(row),
        row.text,
        row.event.label,
        *(str(event[key] if event[key] is not None else "") for key in keys),
    )


def _markdown(row: TimelineRow, text: str, when: str = "") -> str:
    from bazhanov_cli.render.markdown import escape

    known = dated_words(row.event)
    beside = ", ".join(filter(None, (aged_in_words(row.age), when, *remarks(row))))
    date = f"**{escape(known)}**{f' ({beside})' if beside else ''}: " if known else ""
    reason = "" if known else reason_undated(row.fact)
    return f"- {date}{escape(text)} (fact {row.fact.id}){f' *{escape(reason)}*' if reason else ''}"


def gap_in_words(gap: Gap) -> str:
    """Empty time as a quiet line: `50 years pass`, `at least 49 years pass`."""
    least = "" if gap.exact else "at least "
    verb = "passes" if gap.length == 1 else "pass"
    return f"{'about ' if gap.vague else least}{counted(gap.length, gap.unit)} {verb}"


def reason_undated(fact: Fact) -> str:
    """Why a fact has no date, in the words of its editor; empty where there is no note of it."""
    return next((note.text for note in fact.notes if note.kind == _UNDATED), "")


def remarks(row: TimelineRow) -> list[str]:
    """What must be said of a row's date: whose it is, how it was found, how far it reaches."""
    event = row.event
    found = []
    if row.twin is not None:
        found.append(f"same event as fact {row.twin}")
    elif event.via is not None:
        found.append(f"dated from fact {event.via}")
    elif event.basis is not Basis.STATED:
        found.append("worked out")
    if row.within is False and event.date and row.period:
        found += _beyond(event.date, row.period)
    return found


def _beyond(date: HistoricalDate, period: Period) -> Iterator[str]:
    """How far a date reaches beyond a period, and whether it surely does."""
    from bazhanov_cli.render.periods import end_in_words, start_in_words

    spans = date.precision is Precision.INTERVAL and not date.one_of
    first, last = date.start or date, date.end or date
    if period.start and (date.earliest is None or date.earliest < period.start):
        is_open = date.edtf.startswith("../")
        surely = is_open or (date.start and first.latest and first.latest < period.start)
        verb = "began" if surely else "may have begun"
        yield f"{verb if spans else 'may be'} before {start_in_words(period.start)}"
    if period.end and (date.latest is None or date.latest > period.end):
        is_open = date.edtf.endswith("/..")
        surely = is_open or (date.end and last.earliest and last.earliest > period.end)
        verb = "goes on" if surely else "may go on"
        yield f"{verb if spans else 'may be'} after {end_in_words(period.end)}"


def days_in_words(days: int) -> str:
    """How far a day is from the one that was asked for: `in 2 days`, `yesterday`."""
    near = {-1: "a day before", 1: "a day later"}
    return near.get(days) or f"{counted(abs(days), 'day')} {'later' if days > 0 else 'before'}"
