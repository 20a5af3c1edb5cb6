"""Which questions a quiz asks: what is due, then what is new, then what is weakest.

Where the reader gives a seed, or nothing is remembered, the seed alone decides, so that a whole
class gets the same quiz.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.facts import Fact, QuestionKind
from bazhanov_cli.library.sampling import facts_among, sample
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.quiz.in_use import cards_in_use
from bazhanov_cli.quiz.interleaving import Interleaving
from bazhanov_cli.quiz.memory.cards import Card, CardKey
from bazhanov_cli.quiz.memory.store import key_of_facet
from bazhanov_cli.quiz.questions import MAKERS, RECALLED, RECOGNISED
from bazhanov_cli.quiz.questions.facets import Facet, facets_of
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.seeds import random_for

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.quiz.memory.store import Memory
    from bazhanov_cli.quiz.question import Question

SAMPLE = 100
"""Facts of a large dataset that a quiz is made from, and as many again to find wrong options in."""


class Request(NamedTuple):
    """What the reader asked for: at most `number` questions.

    `kinds` and `facts` (ids) are those to choose from, any if there are none. `seed` decides what
    is left to chance.
    """

    number: int
    seed: int
    kinds: tuple[QuestionKind, ...] = ()
    facts: tuple[int, ...] = ()
    selection: Selection = Selection()
    only_due: bool = False


class Candidate(NamedTuple):
    """A facet that may be asked, and the kinds of question to try, the best first.

    Where there are many statements to call true or false, another one `may_wait` until all the rest
    has been tried.
    """

    facet: Facet
    kinds: tuple[QuestionKind, ...]
    may_wait: bool = True


def plan(request: Request, library: Library, memory: Memory | None) -> list[Question]:
    """The questions of a quiz in the order in which to ask them; by the seed alone without memory.

    They are fewer than was asked for where more could not be asked without one answering another.
    """
    return _Planner(request, library, memory).questions()


class _Planner:
    def __init__(self, request: Request, library: Library, memory: Memory | None) -> None:
        self._request = request
        self._library = library
        self._memory = memory
        self._asked = self._facts_to_ask()
        is_chosen = bool(request.facts) or request.selection != Selection()
        chosen = [fact.id for fact in self._asked] if is_chosen else None
        self._material = Material(library.dataset, self._with_others(self._asked), chosen)
        self._chosen = Interleaving()
        self._statements: Counter[str] = Counter()
        self._waiting: list[Candidate] = []

    def questions(self) -> list[Question]:
        sources = [self._by_need(self._memory)] if self._memory else self._by_kind()
        while sources and not self._is_full():
            for source in list(sources):
                if not self._is_full() and not self._take_one(source):
                    sources.remove(source)
        waiting = iter([candidate._replace(may_wait=False) for candidate in self._waiting])
        while not self._is_full() and self._take_one(waiting):
            pass
        return self._chosen.questions

    def _facts_to_ask(self) -> list[Fact]:
        request = self._request
        if request.facts:
            return facts_among(self._library, request.facts, request.selection)
        number = max(SAMPLE, 2 * request.number)
        return sample(self._library, request.selection, number, random_for(request.seed, "asked"))

    def _with_others(self, facts: list[Fact]) -> list[Fact]:
        if len(facts) == self._library.fact_count:
            return facts
        others = sample(
            self._library, Selection(), SAMPLE, random_for(self._request.seed, "others")
        )
        return list({fact.id: fact for fact in (*others, *facts)}.values())

    def _by_kind(self) -> list[Iterator[Candidate]]:
        """The facets in an order drawn by the seed, once for each kind, to be taken in turns."""
        random = random_for(self._request.seed, "order")
        facts = sorted(self._asked)
        random.shuffle(facts)
        facets = [facet for fact in facts for facet in self._facets_of(fact)]
        kinds = list(self._request.kinds or QuestionKind)
        random.shuffle(kinds)
        return [iter([Candidate(facet, (kind,)) for facet in facets]) for kind in kinds]

    def _by_need(self, memory: Memory) -> Iterator[Candidate]:
        """The facets that are due, then new ones of facts little known, then the weakest.

        What is new is asked with options, and typed only where there is nothing left with options.
        """
        for card, facet in self._in_use(memory.due()):
            yield self._candidate(facet, card)._replace(may_wait=False)
        if self._request.only_due:
            return
        new = [self._candidate(facet) for facet in self._new(memory)]
        for told in (RECOGNISED, RECALLED):
            for candidate in new:
                kinds = tuple(kind for kind in candidate.kinds if kind in told)
                yield candidate._replace(kinds=kinds)
        for card, facet in self._in_use(memory.weakest()):
            if not card.is_due(memory.today):
                yield self._candidate(facet, card)

    def _in_use(self, cards: Iterable[Card]) -> Iterator[tuple[Card, Facet]]:
        request = self._request
        return cards_in_use(cards, self._library, request.selection, request.facts)

    def _new(self, memory: Memory) -> list[Facet]:
        """What has never been asked, a facet of each fact in turn."""
        asked = memory.cards_of(fact.id for fact in self._asked)
        seen = Counter(key.fact for key in asked)
        turns: list[tuple[int, float, CardKey, Facet]] = []
        for facet in (facet for fact in self._asked for facet in self._facets_of(fact)):
            key = key_of_facet(facet)
            if key not in asked:
                seen[key.fact] += 1
                chance = random_for(self._request.seed, "turn", key.fact).random()
                turns.append((seen[key.fact], chance, key, facet))
        return [facet for *_, facet in sorted(turns, key=lambda turn: turn[:3])]

    def _facets_of(self, fact: Fact) -> list[Facet]:
        facets = list(facets_of(fact, self._material.subject_id))
        random_for(self._request.seed, fact.id, "facets").shuffle(facets)
        return facets

    def _candidate(self, facet: Facet, card: Card | None = None) -> Candidate:
        """Recognise first, recall later: options for what is not known, else an answer to type.

        A statement is the last to recognise, as it can be guessed.
        """
        recognised = list(RECOGNISED)
        random_for(self._request.seed, facet.fact.id, facet.name, "kinds").shuffle(recognised)
        recognised.sort(key=lambda kind: kind is QuestionKind.TRUE_FALSE)
        known = card is not None and card.is_known
        kinds = (*RECALLED, *recognised) if known else (*recognised, *RECALLED)
        wanted = self._request.kinds
        return Candidate(facet, tuple(kind for kind in kinds if not wanted or kind in wanted))

    def _take_one(self, source: Iterator[Candidate]) -> bool:
        """Take in the next question of a source that fits; False when there is none."""
        return any(self._takes(candidate) for candidate in source)

    def _takes(self, candidate: Candidate) -> bool:
        facet = candidate.facet
        if self._chosen.draws_on(facet.facts):
            return False
        for kind in candidate.kinds:
            random = random_for(self._request.seed, facet.fact.id, facet.name, kind)
            question = MAKERS[kind](facet, self._material, random)
            if question is None:
                continue
            if candidate.may_wait and self._is_one_too_many(question):
                self._waiting.append(Candidate(facet, (kind,)))
            elif self._chosen.add(question, self._drawn_on(question)):
                if kind is QuestionKind.TRUE_FALSE:
                    self._statements[question.answer] += 1
                return True
        return False

    def _is_one_too_many(self, question: Question) -> bool:
        """Whether it is a statement beyond a third of the quiz, or most are as true as it is."""
        if question.kind is not QuestionKind.TRUE_FALSE:
            return False
        alike, all_of_them = self._statements[question.answer], self._statements.total()
        return 2 * alike > all_of_them or 3 * (all_of_them + 1) > self._request.number

    def _drawn_on(self, question: Question) -> list[Fact]:
        known = {fact.id: fact for fact in self._material.facts if fact.id in question.facts}
        others = [number for number in question.facts if number not in known]
        return [*known.values(), *facts_among(self._library, others, Selection())]

    def _is_full(self) -> bool:
        return len(self._chosen.questions) >= self._request.number
