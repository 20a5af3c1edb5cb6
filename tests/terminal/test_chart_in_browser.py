"""The pictures of the chart in a real browser."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.browser import PROGRAM, Browser, browser
from support.command_line import bazhanov
from support.packaged import FACT_TEXTS

pytestmark = [
    pytest.mark.skipif(PROGRAM is None, reason="chromium is not installed"),
    pytest.mark.skipif(
        sys.platform == "win32", reason="the pipes to the browser are those of POSIX"
    ),
]

ANTIQUITY = str(Path(__file__).parents[1] / "data" / "antiquity.yaml")

BOXES = """
[...document.querySelectorAll("svg text")].filter(text => text.textContent.trim()).map(text => {
  const box = text.getBBox();
  return [text.textContent, box.x, box.y, box.x + box.width, box.y + box.height];
})
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(params=[(), ("--all",), ("--all", "--data", ANTIQUITY)], ids=" ".join)
def arguments(request: pytest.FixtureRequest) -> tuple[str, ...]:
    chosen: tuple[str, ...] = request.param
    return chosen


@pytest.fixture
def svg(tmp_path: Path, arguments: tuple[str, ...]) -> Path:
    file = tmp_path / "life.svg"
    assert bazhanov("timeline", *arguments, "--svg", str(file)).code == 0
    return file


@pytest.fixture
def html(tmp_path: Path) -> Path:
    file = tmp_path / "life.html"
    assert bazhanov("timeline", "--html", str(file)).code == 0
    return file


def visible_cards(page: Browser) -> list[str]:
    cards: list[str] = page.value(
        "[...document.querySelectorAll('.card')]"
        ".filter(card => getComputedStyle(card).visibility === 'visible')"
        ".map(card => card.textContent)"
    )
    return cards


def names(page: Browser) -> list[tuple[str, str]]:
    """The role and the name of everything that a screen reader meets."""
    nodes: list[dict[str, Any]] = page.ask("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]


def test_no_text_overlaps_another_or_leaves_the_picture(page: Browser, svg: Path) -> None:
    page.open(svg)
    width, height = page.value(
        "(({width, height}) => [width, height])(document.rootElement.viewBox.baseVal)"
    )
    boxes = page.value(BOXES)
    assert len(boxes) > 20
    for number, (text, left, top, right, bottom) in enumerate(boxes):
        assert 0 <= left < right <= width, text
        assert 0 <= top < bottom <= height, text
        for other, *box in boxes[:number]:
            apart = box[2] <= left or right <= box[0] or box[3] <= top + 2 or bottom - 2 <= box[1]
            assert apart, (text, other)


def test_no_label_covers_a_mark(page: Browser, svg: Path) -> None:
    page.open(svg)
    overlaps = page.value(
        """
        [...document.querySelectorAll("g.lane")].filter(lane => {
          const label = lane.querySelector("text").getBBox();
          return [...lane.querySelectorAll("circle, path, rect:not(.ground)")].some(mark => {
            const box = mark.getBBox();
            return box.x < label.x + label.width && label.x < box.x + box.width;
          });
        }).map(lane => lane.textContent)
        """
    )
    assert overlaps == []


def test_a_screen_reader_is_told_what_the_picture_shows_and_each_happening(
    page: Browser, svg: Path
) -> None:
    page.open(svg)
    assert page.value("document.rootElement.getAttribute('role')") == "graphics-document document"
    listed = [name for role, name in names(page) if role == "listitem"]
    assert len(listed) == page.value("document.querySelectorAll('g.lane').length")
    assert all("fact" in name for name in listed)


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_the_picture_follows_the_light_or_dark_setting(
    page: Browser, svg: Path, scheme: str, is_dark: bool
) -> None:
    feature = {"name": "prefers-color-scheme", "value": scheme}
    page.ask("Emulation.setEmulatedMedia", features=[feature])
    page.open(svg)
    colors = page.value(
        "['.paper', '.title'].map(part => getComputedStyle(document.querySelector(part)).fill)"
    )
    paper, ink = (sum(map(int, color[4:-1].split(","))) for color in colors)
    assert (paper < ink) is is_dark
    assert abs(paper - ink) > 450, "enough contrast to read"


def test_neither_picture_nor_page_asks_for_anything_but_itself(
    page: Browser, svg: Path, html: Path
) -> None:
    for file in (svg, html):
        page.open(file)
        asked = [address for address in page.requests() if not address.startswith("data:")]
        assert asked == [file.as_uri()]


def test_pointing_at_a_happening_shows_its_fact(page: Browser, html: Path) -> None:
    page.open(html)
    assert visible_cards(page) == []
    page.point_at("#happening-9-1 circle")
    (card,) = visible_cards(page)
    assert FACT_TEXTS[9] in card
    assert "26 October 1923, aged 23" in card
    page.point_at("#happening-11-1 text")
    (card,) = visible_cards(page)
    assert FACT_TEXTS[11] in card
    assert FACT_TEXTS[12] in card, "both facts on the one happening"
    page.point_at("h2")
    assert visible_cards(page) == []


def test_the_tab_key_reaches_every_happening_in_order_and_shows_its_fact(
    page: Browser, html: Path
) -> None:
    page.open(html)
    page.point_at("h2")
    reached = []
    for _ in range(16):
        page.press_tab()
        (card,) = visible_cards(page)
        reached.append(page.value("document.activeElement.getAttribute('aria-label')"))
        described = page.value("document.activeElement.getAttribute('aria-describedby')")
        assert page.value(f"document.getElementById({described!r}).textContent") == card
    assert reached[0] == "9 August 1900: Born in Mogilev-Podolskiy (fact 2)"
    assert reached[-1].endswith("Dies in the 4th arrondissement of Paris (fact 16)")
    assert len(set(reached)) == 16


@pytest.mark.parametrize("width", [320, 1200])
def test_every_card_can_be_read_whole(page: Browser, html: Path, width: int) -> None:
    page.ask(
        "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
        mobile=False,
    )  # fmt: skip
    page.open(html)
    outside = page.value(
        "[...document.querySelectorAll('.card')].map(card => card.getBoundingClientRect())"
        ".filter(box => box.left < 0 || box.right > innerWidth).length"
    )
    page.ask("Emulation.clearDeviceMetricsOverride")
    assert outside == 0


def test_the_page_lists_every_fact_also_the_undated(page: Browser, html: Path) -> None:
    page.open(html)
    text = page.value("document.querySelector('.facts').textContent")
    assert all(fact in text for fact in FACT_TEXTS.values())
    assert "The text does not say when" in text


def test_every_doubt_stands_beside_its_fact_with_its_sources(page: Browser, html: Path) -> None:
    page.open(html)
    entries = page.value("[...document.querySelectorAll('.facts li')].map(li => li.textContent)")
    facts = bazhanov("list", "--json").json
    assert len(entries) == len(facts)
    for fact in facts:
        (entry,) = [entry for entry in entries if fact["text"] in entry]
        for note in fact["notes"]:
            assert note["text"] in entry
            assert all(source in entry for source in note["sources"])


def test_the_facts_stand_under_their_eras(page: Browser, html: Path) -> None:
    page.open(html)
    headings = page.value("[...document.querySelectorAll('h3')].map(h3 => h3.textContent)")
    assert headings == [
        "Youth and revolution", "Student in Moscow", "In Stalin's Secretariat",
        "Defection and pursuit", "Exile in France", "Undated",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [400, 800, 1200])
def test_the_facts_begin_where_the_axis_of_the_chart_does(
    page: Browser, html: Path, width: int
) -> None:
    page.ask(
        "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
        mobile=False,
    )  # fmt: skip
    page.open(html)
    axis, text, scrolls, told = page.value(
        """(() => {
          const left = selector => document.querySelector(selector).getBoundingClientRect().left;
          const picture = document.querySelector(".picture");
          return [left("path.axis"), left(".facts h2"), picture.scrollWidth > picture.clientWidth,
                  getComputedStyle(document.querySelector(".scroll")).display === "block"];
        })()"""
    )
    page.ask("Emulation.clearDeviceMetricsOverride")
    assert axis == pytest.approx(text, abs=1)
    assert scrolls == told == (width < 672), "a chart that has to be scrolled says so"


def test_no_era_is_written_over_the_edge_of_its_stretch(page: Browser, svg: Path) -> None:
    page.open(svg)
    pairs = page.value(
        """[...document.querySelectorAll("rect.era")].map(stretch => {
          const name = stretch.nextElementSibling.getBBox(), box = stretch.getBBox();
          return [box.x, box.x + box.width, name.x, name.x + name.width];
        })"""
    )
    assert pairs
    for first, last, left, right in pairs:
        assert first <= left < right <= last or right <= first or last <= left


def test_a_density_is_a_picture_too(page: Browser, tmp_path: Path) -> None:
    facts = "".join(
        f"  - id: {year}\n    text: Fact {year}.\n    events: ['{year}']\n"
        for year in range(1800, 2000)
    )
    dataset = tmp_path / "many.yaml"
    dataset.write_text(f"id: many\ntitle: Many & <more>\nfacts:\n{facts}", encoding="utf-8")
    for option in ("--svg", "--html"):
        file = tmp_path / f"many.{option[2:]}"
        assert bazhanov("timeline", option, str(file), "--data", str(dataset)).code == 0
        page.open(file)
        assert page.value("document.querySelectorAll('rect.solid').length") > 100
        assert page.value("document.querySelector('svg .title').textContent") == "Many & <more>"
