"""One fact: its text, and everything an editor has put around it."""

from __future__ import annotations

from collections.abc import Mapping

from bazhanov_cli.dataset.fields import Fields
from bazhanov_cli.dataset.header_reader import Header
from bazhanov_cli.dataset.nodes import Entries, Node, Scalar
from bazhanov_cli.dataset.problems import Problems, did_you_mean
from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.facts import (
    Basis,
    Confidence,
    CuratedQuestion,
    Entity,
    EntityKind,
    Event,
    Fact,
    Note,
    QuestionKind,
    Sequence,
    SequenceItem,
)
from bazhanov_cli.folding import fold

SECTIONS = tuple(kind.plural for kind in EntityKind)
FACT_KEYS = (
    "id", "text", "events", *SECTIONS, "topics", "see", "notes", "sources", "questions",
)  # fmt: skip
EVENT_KEYS = ("date", "label", "basis", "via", "same as", "context")
NOTE_KEYS = ("kind", "text", "confidence", "sources")
QUESTION_KEYS = ("facet", "kind", "ask", "answer", "accept", "wrong", "avoid", "needs")
SEQUENCE_KEYS = ("ask", "items")
ITEM_KEYS = ("fact", "date", "label")
TRUE_OR_FALSE = ("true", "false")
EARLIEST_FIRST = "Put these in order, earliest first."


class FactReader:
    """Reads facts one after another, and remembers what they refer to until all are read."""

    def __init__(self, header: Header, problems: Problems) -> None:
        self._header = header
        self._problems = problems
        self._line_of_fact: dict[int, int] = {}
        self._references: list[tuple[int, int, int]] = []
        self._used: set[str] = set()
        subject = header.subject
        self._born = subject.born.earliest if subject and subject.born else None

    def read(self, node: Node) -> Fact | None:
        """The fact that a node holds, or None where it has no id to be known by."""
        fields = Fields(node, "a fact", FACT_KEYS, self._problems, ("id", "text"))
        identifier = fields.whole_number("id")
        text = fields.text("text")
        fact = Fact(
            id=identifier or 0,
            text=text,
            events=self._events(fields),
            entities=self._entities(fields, text),
            topics=self._declared(fields, "topics", self._header.topics),
            notes=tuple(self._note(item) for item in fields.nodes("notes")),
            sources=self._sources(fields),
            see=self._facts(fields, "see"),
            questions=self._questions(fields),
        )
        if identifier is None:
            return None
        first = self._line_of_fact.get(identifier)
        if first is not None:
            at = fields.get("id") or node
            fields.refuse(at, f"the id {identifier} stands twice; the first is on line {first}")
            return None
        self._line_of_fact[identifier] = node.line
        return fact

    def finish(self) -> None:
        """Check what refers to other facts, and what no fact has used."""
        for line, column, identifier in self._references:
            if identifier not in self._line_of_fact:
                self._problems.add(line, column, f"there is no fact {identifier}")
        header = self._header
        for name, key in header.places.items():
            if name not in self._used and name != header.texts.get("subject"):
                kind = "topic" if name in header.topics else header.entities[name].kind
                message = f"no fact has the {kind} {name!r}"
                self._problems.add(key.line, key.column, message, warning=True)

    def sequence(self, node: Node) -> Sequence | None:
        """A curated question of order, whose items must stand strictly one after another."""
        fields = Fields(node, "a sequence", SEQUENCE_KEYS, self._problems, ("items",))
        items: list[SequenceItem] = []
        for item in fields.nodes("items"):
            each = Fields(item, "an item of a sequence", ITEM_KEYS, self._problems, ITEM_KEYS)
            fact, date = self._fact(each, "fact"), each.date("date")
            label = each.text("label")
            if fact is None or date is None:
                continue
            if items and not items[-1].date.is_strictly_before(date):
                each.refuse(item, f"this must come after {items[-1].label!r}, by its date")
            items.append(SequenceItem(fact, date, label))
        if len(items) < 3:
            fields.refuse(node, "a sequence needs at least three items")
            return None
        return Sequence(tuple(items), fields.text("ask", EARLIEST_FIRST))

    def _events(self, fields: Fields) -> tuple[Event, ...]:
        events: list[Event] = []
        for item in fields.nodes("events"):
            if isinstance(item, Scalar):
                item = Entries(item.line, item.column, {"date": item}, {})  # noqa: PLW2901
            events.append(self._event(item, main=not events))
        return tuple(events)

    def _event(self, node: Node, *, main: bool) -> Event:
        fields = Fields(node, "an event", EVENT_KEYS, self._problems)
        date = fields.date("date")
        context = fields.yes("context")
        if isinstance(node, Entries) and not ("date" in node.entries or "label" in node.entries):
            fields.refuse(node, "an event needs the key 'date' or 'label'")
        if self._is_before_birth(date) and not context:
            fields.warn(
                fields.get("date") or node,
                "this is before the subject's birth; if that is meant, add 'context: yes'",
            )
        return Event(
            label=fields.text("label"),
            date=date,
            main=main,
            basis=fields.choice("basis", Basis) or Basis.STATED,
            via=self._fact(fields, "via"),
            same_as=self._fact(fields, "same as"),
            context=context,
        )

    def _is_before_birth(self, date: HistoricalDate | None) -> bool:
        return bool(self._born and date and date.latest and date.latest < self._born)

    def _entities(self, fields: Fields, text: str) -> tuple[Entity, ...]:
        found = []
        for kind in EntityKind:
            for node in fields.nodes(kind.plural):
                entity = self._entity(fields, node, kind)
                if entity is None:
                    continue
                self._used.add(entity.id)
                found.append(entity)
                if text and not is_named_in(entity, text):
                    fields.refuse(
                        node,
                        f"the text does not name {entity.id!r}; add the spelling it uses to the "
                        f"'forms' of {entity.name!r}, or delete it here",
                    )
        return tuple(dict.fromkeys(found))

    def _entity(self, fields: Fields, node: Node, kind: EntityKind) -> Entity | None:
        identifier = fields.text_of(node, f"an item of {kind.plural!r}")
        entity = self._header.entities.get(identifier)
        if entity is None:
            if identifier:
                same_kind = [e.id for e in self._header.entities.values() if e.kind is kind]
                advice = did_you_mean(identifier, same_kind)
                fields.refuse(
                    node, f"{identifier!r} is not declared{advice or f' under {kind.plural!r}'}"
                )
            return None
        if entity.kind is not kind:
            message = f"{identifier!r} is a {entity.kind}: list it under {entity.kind.plural!r}"
            fields.refuse(node, message)
        return entity

    def _declared(self, fields: Fields, key: str, known: Mapping[str, object]) -> tuple[str, ...]:
        names = []
        for node in fields.nodes(key):
            name = fields.text_of(node, f"an item of {key!r}")
            if name in known:
                names.append(name)
                self._used.add(name)
            elif name:
                advice = did_you_mean(name, known) or f" under {key!r}, above 'facts'"
                fields.refuse(node, f"{name!r} is not declared{advice}")
        return tuple(dict.fromkeys(names))

    def _sources(self, fields: Fields) -> tuple[str, ...]:
        sources = self._header.sources
        return tuple(sources[name] for name in self._declared(fields, "sources", sources))

    def _note(self, node: Node) -> Note:
        fields = Fields(node, "a note", NOTE_KEYS, self._problems, ("text",))
        return Note(
            kind=fields.text("kind", "note"),
            text=fields.text("text"),
            confidence=fields.choice("confidence", Confidence),
            sources=self._sources(fields),
        )

    def _questions(self, fields: Fields) -> tuple[CuratedQuestion, ...]:
        questions: dict[str, CuratedQuestion] = {}
        for node in fields.nodes("questions"):
            question = self._question(node)
            if question.facet in questions:
                fields.refuse(node, f"the facet {question.facet!r} stands twice in this fact")
            questions[question.facet] = question
        return tuple(questions.values())

    def _question(self, node: Node) -> CuratedQuestion:
        required = ("facet", "ask", "answer")
        fields = Fields(node, "a question", QUESTION_KEYS, self._problems, required)
        wrong = fields.texts("wrong")
        default = QuestionKind.CHOICE if wrong else QuestionKind.RECALL
        kind = fields.choice("kind", QuestionKind) or default
        answer, accept = fields.text("answer"), fields.texts("accept")
        if kind is QuestionKind.TRUE_FALSE and answer not in TRUE_OR_FALSE:
            fields.refuse(fields.get("answer") or node, "the answer must be true or false")
        if kind in (QuestionKind.ORDER, QuestionKind.FIRST):
            message = "questions of this kind are made from dates; write 'sequences' instead"
            fields.refuse(fields.get("kind") or node, message)
        right = {fold(text) for text in (answer, *accept)}
        for option in fields.nodes("wrong"):
            if isinstance(option, Scalar) and fold(option.text) in right:
                fields.refuse(option, f"{option.text!r} is given as right and as wrong")
        return CuratedQuestion(
            facet=fields.text("facet"),
            kind=kind,
            ask=fields.text("ask"),
            answer=answer,
            accept=accept,
            wrong=wrong,
            avoid=fields.texts("avoid"),
            needs=self._facts(fields, "needs"),
        )

    def _facts(self, fields: Fields, key: str) -> tuple[int, ...]:
        found = (self._reference(fields, node, key) for node in fields.nodes(key))
        return tuple(dict.fromkeys(identifier for identifier in found if identifier))

    def _fact(self, fields: Fields, key: str) -> int | None:
        node = fields.get(key)
        return None if node is None else self._reference(fields, node, key)

    def _reference(self, fields: Fields, node: Node, key: str) -> int | None:
        identifier = fields.whole_number_of(node, f"{key!r}")
        if identifier is not None and identifier not in self._line_of_fact:
            self._references.append((node.line, node.column, identifier))
        return identifier


def is_named_in(entity: Entity, text: str) -> bool:
    """Whether a text holds the entity's name or one of the forms declared for the texts."""
    names = (entity.name, *entity.forms)
    if any(name in text for name in names):
        return True
    folded = fold(text)
    return any(fold(name) in folded for name in names)
