"""Answers that choose an option by letter, number or words, or put options in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_lowercase

from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.dates.typed import read_typed_date
from bazhanov_cli.errors import DateError
from bazhanov_cli.facts import EntityKind
from bazhanov_cli.folding import fold
from bazhanov_cli.quiz.answers.names import PersonalNames
from bazhanov_cli.quiz.answers.sentences import Sentences
from bazhanov_cli.quiz.answers.slips import slips
from bazhanov_cli.quiz.answers.typed_dates import is_held, is_meant
from bazhanov_cli.quiz.answers.words import Words, same_words, texts, words_of
from bazhanov_cli.quiz.question import Judgement, Question, Verdict

_LABEL = re.compile(r"(?:(?:option|answer|letter)\s+)?\(?\s*([a-z]|\d{1,2})\s*[).:]?")
_LABEL_AND_WORDS = re.compile(r"\(?([a-z]|\d{1,2})[).:]\s+(\S.*)")


def judge_choice(question: Question, typed: str) -> Judgement:
    """Judge the choice of one option; what chooses none of them is invalid."""
    options = _Options(question)
    chosen = options.chosen(typed)
    if chosen is None:
        return Judgement(Verdict.INVALID, f"choose {_range(len(options.spellings))}")
    option, slipped = chosen
    if option == question.answer:
        return Judgement(Verdict.CLOSE, f"spelt {option}") if slipped else Judgement(Verdict.EXACT)
    is_plain = options.labelled(typed) or same_words(words_of(typed), words_of(option))
    return Judgement(Verdict.WRONG, "" if is_plain else f"read as {option}")


def judge_order(question: Question, typed: str) -> Judgement:
    """Judge an order typed as letters or numbers: `b a c`, `bac`, `2, 1, 3`."""
    count = len(question.options or ())
    given = _positions(typed, count)
    if sorted(given) != list(range(count)):
        example = " ".join(label(position) for position in range(count))
        return Judgement(Verdict.INVALID, f"name each letter once, as in {example}")
    right = _positions(question.answer, count)
    if given == right:
        return Judgement(Verdict.EXACT)
    backwards = given == right[::-1]
    return Judgement(Verdict.WRONG, "that is the latest first" if backwards else "")


def label(position: int) -> str:
    """The letter of the option at a position, 0 for the first."""
    return ascii_lowercase[position]


def _range(count: int) -> str:
    return f"{label(0)} {'to' if count > 2 else 'or'} {label(count - 1)}"


def _positions(typed: str, count: int) -> list[int]:
    """The positions that letters or digits stand for; -1 for any that stands for none."""
    labels = [letter for letter in fold(typed) if letter.isalnum()]
    known = {label(position): position for position in range(count)}
    known |= {str(position + 1): position for position in range(count)}
    return [known.get(letter, -1) for letter in labels]


class _Options:
    """The options of a question with their spellings, all of them read in the same ways."""

    def __init__(self, question: Question) -> None:
        self.sentences = Sentences(question)
        self.spellings = {option: [option] for option in question.options or ()}
        self.spellings[question.answer] += question.accepted
        option = question.answer
        for rival in question.rivals:
            option = rival if rival in self.spellings else option
            self.spellings[option].append(rival)
        self.words = {
            option: [words_of(spelling) for spelling in dict.fromkeys(spellings)]
            for option, spellings in self.spellings.items()
        }
        self.names = {
            option: PersonalNames(spellings)
            for option, spellings in self.spellings.items()
            if question.names is EntityKind.PERSON
        }

    def chosen(self, typed: str) -> tuple[str, bool] | None:
        """The option that is chosen, and whether its words were not quite right."""
        if (both := _LABEL_AND_WORDS.fullmatch(fold(typed).strip())) is not None:
            labelled, named = self._at(both[1]), self._named(both[2]) or self._part(both[2])
            if labelled and named:
                # "C. Ptolemy" may be option c, or Claudius.
                is_one = labelled == named or self._has_initial(named, both[1])
                return (named, False) if is_one else None
        # Words come first: among the ages 4, 7 and 11, a typed 4 is the age, not the fourth option.
        for way in (self._named, self.labelled, self._dated, self._part):
            if (option := way(typed)) is not None:
                return option, False
        for name in self.sentences.without_description(typed):
            if (option := self._named(name) or self._part(name)) is not None:
                return option, False
        near = self._nearest(typed)
        return (near, True) if near else None

    def labelled(self, typed: str) -> str | None:
        """The option whose letter or number is typed."""
        found = _LABEL.fullmatch(fold(typed).strip())
        return self._at(found[1]) if found else None

    def _nearest(self, typed: str) -> str | None:
        """The one option that the words are a slip or two away from."""
        for reading in self._readings(typed):
            fewest: dict[str, int] = {}
            for option, spellings in self.words.items():
                alone = [words_of(name) for name in self._families(option)]
                counts = [slips(reading, words) for words in (*spellings, *alone)]
                known = [count for count in counts if count is not None]
                if known:
                    fewest[option] = min(known)
            if fewest:
                return _only(o for o, count in fewest.items() if count == min(fewest.values()))
        return None

    def _readings(self, typed: str) -> Iterable[Words]:
        return dict.fromkeys(map(tuple, self.sentences.readings(words_of(typed))))

    def _at(self, text: str) -> str | None:
        position = int(text) - 1 if text.isdigit() else ascii_lowercase.index(text)
        return dict(enumerate(self.spellings)).get(position)

    def _named(self, typed: str) -> str | None:
        for reading in self._readings(typed):
            named = [option for option in self.spellings if self._is_name_of(option, reading)]
            if named:
                return _only(named)
        return None

    def _is_name_of(self, option: str, given: Words) -> bool:
        if any(same_words(given, words) for words in self.words[option]):
            return True
        if option not in self.names or self.names[option].read(given) is None:
            return False
        others = (self._families(other) for other in self.names if other != option)
        return all(families.isdisjoint(texts(given)) for families in others)

    def _has_initial(self, option: str, letter: str) -> bool:
        return option in self.names and self.names[option].may_begin_with(letter)

    def _families(self, option: str) -> frozenset[str]:
        return self.names[option].families if option in self.names else frozenset()

    def _dated(self, typed: str) -> str | None:
        """The option that is the date which is typed, or else the only one that the date holds."""
        dates = {option: date for option in self.spellings if (date := _date(option)) is not None}
        if len(dates) < len(self.spellings):
            return None
        small = self.sentences.small
        for is_chosen in (is_meant, is_held):
            chosen = [option for option, date in dates.items() if is_chosen(date, typed, small)]
            if chosen:
                return _only(chosen)
        return None

    def _part(self, typed: str) -> str | None:
        """The one option that the words are a telling part of, as a family name is."""
        small = self.sentences.small
        for reading in self._readings(typed):
            telling = [w for w in reading if len(w.text) > 1 and not w.is_number]
            named = [option for option in self.words if self._holds(option, reading)]
            if named and not texts(telling) <= small:
                return _only(named)
        return None

    def _holds(self, option: str, given: Words) -> bool:
        return any(texts(given) <= texts(words) for words in self.words[option])


def _only(options: Iterable[str]) -> str | None:
    """The one option among these, None where there are more or none."""
    found = list(options)
    return found[0] if len(found) == 1 else None


def _date(option: str) -> HistoricalDate | None:
    try:
        return read_typed_date(option)
    except DateError:
        return None
