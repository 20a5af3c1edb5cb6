"""The title page: what the dataset holds, and what to try next."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bazhanov_cli.commands.options import open_dataset, output_to
from bazhanov_cli.dates.words import year_in_words
from bazhanov_cli.render.title import Title, title_lines

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library


def show_title() -> int:
    """Show the title page of the dataset that BAZHANOV_DATA names, or of the packaged one."""
    named = os.environ.get("BAZHANOV_DATA")
    title = _title_of(open_dataset(Path(named) if named else None))
    output = output_to()
    if output.is_table:
        from bazhanov_cli.render.terminal.title import draw_title

        output.draw(draw_title, [title])
    else:
        output.stream.writelines(f"{line}\n" for line in title_lines(title))
    return 0


def _title_of(library: Library) -> Title:
    dataset = library.dataset
    days = [day for day in library.days_covered() if day]
    years = " to ".join(dict.fromkeys(year_in_words(day.year) for day in days))
    return Title(dataset.title, library.fact_count, years, dataset.attribution, dataset.licence)
