"""Questions to judge answers to, as the quiz makes them."""

from __future__ import annotations

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.facts import EntityKind, QuestionKind
from bazhanov_cli.quiz.question import Question

PEOPLE = {
    "Joseph Stalin": ("Stalin", "Iosif Stalin", "J. V. Stalin", "Koba", "Сталин", "Иосиф Сталин"),
    "Leon Trotsky": ("Trotsky", "Trotskii", "Lev Trotsky", "Bronstein", "Троцкий"),
    "Vladimir Lenin": ("Lenin", "V. I. Lenin", "Ulyanov", "Ленин"),
    "Georges Agabekov": ("Agabekov", "Georgy Agabekov", "Агабеков"),
    "Yakov Blumkin": ("Blumkin", "Blyumkin", "Блюмкин"),
    "Ivan Ksenofontov": ("Ксенофонтов",),
    "Derek de Solla Price": ("Derek Price",),
    "Boris Bazhanov": ("Bazhanov", "Bajanov", "Бажанов"),
}
PLACES = {
    "Kyiv": ("Kiev", "Київ"),
    "Moscow": ("Moskva", "Москва"),
    "Paris": ("Париж",),
    "Père Lachaise Cemetery": ("Pere Lachaise", "Père-Lachaise"),
    "Soviet Union": ("USSR", "СССР"),
    "Büyükada": ("Buyukada", "Prinkipo"),
}


def person(name: str, prompt: str = "Who was it?") -> Question:
    """A question whose typed answer is one of the people."""
    return _named(name, PEOPLE, EntityKind.PERSON, prompt)


def place(name: str, prompt: str = "Where was it?") -> Question:
    """A question whose typed answer is one of the places."""
    return _named(name, PLACES, EntityKind.PLACE, prompt)


def phrase(answer: str, *accepted: str, prompt: str = "What was it?") -> Question:
    """A question whose typed answer is no name."""
    return Question(
        1, "phrase", QuestionKind.RECALL, prompt, answer, (answer, *accepted), facts=(1,)
    )


def dated(edtf: str) -> Question:
    """A question whose typed answer is a date."""
    date = parse_edtf(edtf)
    answer = date_in_words(date)
    accepted = (answer, edtf)
    return Question(1, "date", QuestionKind.DATE, "When?", answer, accepted, facts=(1,), date=date)


def choice(answer: str, *options: str, accepted: tuple[str, ...] = ()) -> Question:
    """A question with options, the answer among them."""
    kind = QuestionKind.TRUE_FALSE if options == ("true", "false") else QuestionKind.CHOICE
    return Question(
        1, "choice", kind, "Which one?", answer, (answer, *accepted), options, facts=(1,)
    )


def order(answer: str, *options: str) -> Question:
    """A question that asks to put options in order."""
    return Question(
        1, "order", QuestionKind.ORDER, "In order?", answer, (answer,), options, facts=(1,)
    )


def _named(name: str, names: dict[str, tuple[str, ...]], kind: EntityKind, prompt: str) -> Question:
    rivals = [
        spelling
        for other, aliases in names.items()
        if other != name
        for spelling in (other, *aliases)
    ]
    accepted = (name, *names[name])
    return Question(
        1, "name", QuestionKind.RECALL, prompt, name, accepted, facts=(1,), names=kind,
        rivals=tuple(rivals),
    )  # fmt: skip
