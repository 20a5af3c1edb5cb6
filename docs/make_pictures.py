"""Draw the pictures of the documentation from what the program really prints.

    uv run python docs/make_pictures.py            draw them anew
    uv run python docs/make_pictures.py --check    fail when one is not current

Each picture follows the reader's light or dark setting, and asks nothing of any network.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path

import pexpect
from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"

CELL_WIDTH, LINE_HEIGHT, FONT_SIZE = 8.4, 19, 14
MARGIN, TITLE_HEIGHT = 16, 36

LIGHT = {
    "ink": "#24292f", "paper": "#ffffff", "edge": "#d0d7de", "red": "#b3261e", "green": "#1a6b33",
    "yellow": "#8a5a00", "blue": "#1f5fbf", "magenta": "#8e3b9e", "cyan": "#0b6f7f",
}  # fmt: skip
DARK = {
    "ink": "#d9dee5", "paper": "#15181d", "edge": "#343b45", "red": "#ff8178", "green": "#6fcf87",
    "yellow": "#e3b341", "blue": "#79b0ff", "magenta": "#dd9bee", "cyan": "#6fd3e3",
}  # fmt: skip

# What a terminal obeys beside colours, as readline's bracketed paste.
_NO_STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-ln-z]")

ANSI_NAMES = dict(enumerate(("red", "green", "yellow", "blue", "magenta", "cyan"), start=1))


@dataclass(frozen=True, slots=True)
class Picture:
    """A command line, the answers that are typed into it, and the terminal's width in columns."""

    name: str
    command: str
    typed: tuple[str, ...] = ()
    columns: int = 88


ALL = (
    Picture("timeline", "timeline --from 1923 --to 1930"),
    Picture("chart", "timeline --chart", columns=100),
    Picture("card", "show 9"),
    Picture("search", "search secret police"),
    Picture("quiz", "quiz --cram --fact 14 --kind recall -n 1 --seed 2", typed=("?", "Prinkipo")),
    Picture("progress", "progress"),
)

# A reader of some weeks: on each study day a short quiz, most of it answered right by its own key.
# The day is given, or the picture would differ from one day to the next.
STUDY = """
import io, json, sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from bazhanov_cli.commands import app, study

def bazhanov(*arguments, typed=""):
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()):
        keyboard, sys.stdin = sys.stdin, io.StringIO(typed)
        app.run(arguments)
        sys.stdin = keyboard
    return out.getvalue()

day = date(2026, 2, 2)
for number, pause in enumerate((0, 1, 1, 2, 1, 3, 2, 1, 4, 2, 3, 5)):
    day += timedelta(pause)
    study.study_day = lambda today=day: today
    quiz = ("--seed", str(number), "-n", "6", "--json")
    key = json.loads(bazhanov("quiz", "--dry-run", *quiz))
    answers = [question["answer"] if place % 5 else "" for place, question in enumerate(key)]
    bazhanov("quiz", *quiz, typed="\\n".join(answers))
sys.exit(app.run(sys.argv[1:]))
"""


def printed(picture: Picture, state: Path) -> Text:
    """What the program prints on a terminal for a picture, colours and all."""
    program = ["-c", STUDY] if picture.name == "progress" else ["-m", "bazhanov_cli"]
    environment = {
        **os.environ,
        "BAZHANOV_STATE_DIR": str(state),
        "FORCE_COLOR": "1",
        "PAGER": "cat",
        "PYTHONUTF8": "1",
        "TERM": "xterm",
    }
    for name in ("NO_COLOR", "COLUMNS", "BAZHANOV_DATA", "BAZHANOV_PAGER"):
        environment.pop(name, None)
    terminal = pexpect.spawn(
        sys.executable,
        [*program, *picture.command.split()],
        dimensions=(200, picture.columns),
        env=environment,
        encoding="utf-8",
        timeout=30,
    )
    written = ""
    for answer in picture.typed:
        terminal.expect_exact(["\n> ", "\r> "])
        written += terminal.before + terminal.after
        terminal.sendline(answer)
    written += terminal.read()
    terminal.close()
    visible = _NO_STYLE.sub("", written.replace("\r\n", "\n")).strip("\n")
    return Text.from_ansi(visible)


def draw(picture: Picture, text: Text) -> str:
    """The picture as SVG, with the command as its title and the text for screen readers."""
    lines = text.split("\n", allow_blank=True)
    width = round(picture.columns * CELL_WIDTH + 2 * MARGIN)
    height = len(lines) * LINE_HEIGHT + TITLE_HEIGHT + MARGIN + 4
    title = escape(f"bazhanov {picture.command}")
    body = "".join(
        _line(line, TITLE_HEIGHT + (number + 1) * LINE_HEIGHT)
        for number, line in enumerate(lines)
        if line.plain.strip()
    )
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img"
     xml:space="preserve" aria-label="{title}">
<title>{title}</title>
<style>
{_palette(LIGHT)}
@media (prefers-color-scheme: dark) {{ {_palette(DARK)} }}
text {{ font: {FONT_SIZE}px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  fill: var(--ink); white-space: pre }}
.bold {{ font-weight: bold }} .dim {{ opacity: .62 }} .italic {{ font-style: italic }}
.underline {{ text-decoration: underline }}
</style>
<rect x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="8" fill="var(--paper)"
  stroke="var(--edge)"/>
<text x="{MARGIN}" y="23" class="dim">$ {title}</text>
<path d="M0 {TITLE_HEIGHT}H{width}" stroke="var(--edge)"/>
{body}
</svg>
"""


def _palette(colours: dict[str, str]) -> str:
    names = " ".join(f"--{name}: {value};" for name, value in colours.items())
    return f"svg {{ {names} }}"


def _line(line: Text, y: int) -> str:
    """One line, each run of one style placed by its column, so that any font keeps them aligned."""
    edges = {0, len(line), *(edge for span in line.spans for edge in (span.start, span.end))}
    ordered = sorted(edge for edge in edges if edge <= len(line))
    return "".join(_run(line, start, end, y) for start, end in pairwise(ordered))


def _run(line: Text, start: int, end: int, y: int) -> str:
    words = line.plain[start:end]
    if not words.strip():
        return ""
    first = start + len(words) - len(words.lstrip())
    words = words.strip()
    x = MARGIN + cell_len(line.plain[:first]) * CELL_WIDTH
    length = cell_len(words) * CELL_WIDTH
    style = Style.combine(
        [Style()]
        + [
            span.style if isinstance(span.style, Style) else Style.parse(span.style)
            for span in line.spans
            if span.start <= start and end <= span.end
        ]
    )
    return (
        f'<text x="{x:.1f}" y="{y}" textLength="{length:.1f}"{_attributes(style)}>'
        f"{escape(words, quote=False)}</text>\n"
    )


def _attributes(style: Style) -> str:
    classes = [name for name in ("bold", "dim", "italic", "underline") if getattr(style, name)]
    attributes = f' class="{" ".join(classes)}"' if classes else ""
    # A bright colour is eight after its own: the pictures have one of each.
    if style.color and (style.color.number or 0) % 8 in ANSI_NAMES:
        attributes += f' style="fill: var(--{ANSI_NAMES[(style.color.number or 0) % 8]})"'
    return attributes


def main(arguments: list[str]) -> int:
    """Draw every picture, or check that every one is current."""
    stale = []
    with tempfile.TemporaryDirectory() as state:
        for picture in ALL:
            drawn = draw(picture, printed(picture, Path(state)))
            file = PICTURES / f"{picture.name}.svg"
            if "--check" not in arguments:
                file.write_text(drawn, encoding="utf-8")
            elif not file.exists() or file.read_text(encoding="utf-8") != drawn:
                stale.append(str(file.relative_to(ROOT)))
    for name in stale:
        sys.stderr.write(f"{name} is not current; run docs/make_pictures.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
