"""The title page: what the dataset holds, and what to try next."""

from __future__ import annotations

from bazhanov_cli.commands.options import open_dataset, output_to


def show_title() -> int:
    """Show the title page of the dataset that BAZHANOV_DATA names, or of the packaged one."""
    import os
    from pathlib import Path

    named = os.environ.get("BAZHANOV_DATA")
    library = open_dataset(Path(named) if named else None)
    output = output_to()
    if output.is_table:
        from bazhanov_cli.render.terminal.title import draw_title

        output.draw(draw_title, [library])
    else:
        from bazhanov_cli.render.plain import title_lines

        output.stream.writelines(f"{line}\n" for line in title_lines(library))
    return 0
