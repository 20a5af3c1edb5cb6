"""One fact: its text, and everything an editor has put around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bazhanov_cli.dataset.fields import Fields, Shape, bare_brackets, shown
from bazhanov_cli.dataset.header_reader import KIND_OF_SECTION, Header
from bazhanov_cli.dataset.nodes import Entries, Node, Scalar
from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.dataset.question_reader import QUESTION, QuestionReader
from bazhanov_cli.dataset.references import FactIds
from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.facts import Basis, Confidence, Entity, EntityKind, Event, Fact, Note, Sequence
from bazhanov_cli.folding import fold

EVENT = Shape("an event", ("date", "label", "basis", "via", "same as", "context"))
NOTE = Shape("a note", ("kind", "text", "confidence", "sources"), required=("text",))
FACT = Shape(
    "a fact",
    ("id", "text", "events", *KIND_OF_SECTION, "topics", "see", "notes", "sources", "questions"),
    required=("id", "text"),
    elsewhere={**dict.fromkeys(EVENT.keys, "events"), **dict.fromkeys(QUESTION.keys, "questions")},
)


class FactReader:
    """Reads facts one after another, and remembers what they refer to until all are read."""

    def __init__(self, header: Header, problems: Problems) -> None:
        self._header = header
        self._problems = problems
        self._facts = FactIds(problems)
        self._questions = QuestionReader(self._facts, problems)
        self._spellings: dict[str, tuple[str, ...]] = {}
        self._used: set[tuple[str, str]] = set()
        subject = header.subject
        self._born = subject.born.earliest if subject and subject.born else None

    def read(self, node: Node) -> Fact | None:
        """The fact that a node holds, or None where it has no id to be known by."""
        fields = Fields(node, FACT, self._problems)
        identifier = self._facts.own = fields.fact_id("id")
        if identifier is not None:
            first = self._facts.declare(identifier, node.line)
            if first is not None:
                message = f"the id {identifier} stands twice; the first is on line {first}"
                fields.refuse(fields.at("id"), message)
        text = fields.text("text")
        fact = Fact(
            id=identifier or 0,
            text=text,
            events=self._events(fields),
            entities=self._entities(fields, text),
            topics=self._declared(fields, "topics", self._header.topics),
            notes=tuple([self._note(item) for item in fields.nodes("notes")]),
            sources=self._sources(fields),
            see=self._facts.several(fields, "see"),
            questions=self._questions.questions(fields),
        )
        return None if identifier is None else fact

    def sequence(self, node: Node) -> Sequence | None:
        """A curated question of order, which refers to facts."""
        self._facts.own = None
        return self._questions.sequence(node)

    def finish(self) -> None:
        """Check what refers to other facts, and what no fact has used."""
        self._facts.finish()
        for (section, name), key in self._header.declared_at.items():
            if (section, name) not in self._used and name != self._header.texts.get("subject"):
                message = f"no fact has {shown(name)} of {section!r}"
                self._problems.warn(key.line, key.column, message)

    def _events(self, fields: Fields) -> tuple[Event, ...]:
        nodes = fields.nodes("events")
        return tuple([self._event(node, main=not number) for number, node in enumerate(nodes)])

    def _event(self, node: Node, *, main: bool) -> Event:
        if isinstance(node, Scalar) or bare_brackets(node):
            node = Entries(node.line, node.column, {"date": node}, {})
        fields = Fields(node, EVENT, self._problems)
        date, label, context = fields.date("date"), fields.text("label"), fields.yes("context")
        if not (fields.get("date") or fields.get("label")):
            fields.refuse_missing("'date' or 'label'")
        if not context and self._is_before_birth(date):
            message = "this is before the subject's birth; if that is meant, add 'context: yes'"
            fields.warn(fields.at("date"), message)
        return Event(
            label=label,
            date=date,
            main=main,
            basis=fields.choice("basis", Basis) or Basis.STATED,
            via=self._facts.one(fields, "via"),
            same_as=self._facts.one(fields, "same as"),
            context=context,
        )

    def _is_before_birth(self, date: HistoricalDate | None) -> bool:
        return bool(self._born and date and date.latest and date.latest < self._born)

    def _entities(self, fields: Fields, text: str) -> tuple[Entity, ...]:
        found: dict[str, Entity] = {}
        folded = ""
        for section, kind in KIND_OF_SECTION.items():
            for node in fields.nodes(section):
                entity = self._entity(fields, node, section, kind)
                if entity is None or entity.id in found:
                    continue
                found[entity.id] = entity
                self._used.add((section, entity.id))
                folded = folded or fold(text)
                if text and not self._is_named_in(folded, entity):
                    fields.refuse(
                        node,
                        f"the text does not name {entity.id!r}; add the spelling it uses to the "
                        f"'forms' of {shown(entity.name)}, or delete it here",
                    )
        return tuple(found.values())

    def _is_named_in(self, folded: str, entity: Entity) -> bool:
        """Whether a folded text holds the entity's name or one of its forms."""
        spellings = self._spellings.get(entity.id)
        if spellings is None:
            spellings = tuple(map(fold, (entity.name, *entity.forms)))
            self._spellings[entity.id] = spellings
        return any(map(folded.__contains__, spellings))

    def _entity(self, fields: Fields, node: Node, section: str, kind: EntityKind) -> Entity | None:
        name = fields.text_of(node, section)
        entity = self._header.entities.get(name)
        if entity is None:
            self._refuse_undeclared(fields, node, name, section, self._header.ids_of[kind])
        elif entity.kind is not kind:
            message = f"{name!r} is a {entity.kind}: list it under {entity.kind.plural!r}"
            fields.refuse(node, message)
        return entity

    def _declared(self, fields: Fields, key: str, known: Mapping[str, object]) -> tuple[str, ...]:
        names: dict[str, None] = {}
        for node in fields.nodes(key):
            name = fields.text_of(node, key)
            if name in known:
                names[name] = None
                self._used.add((key, name))
            else:
                self._refuse_undeclared(fields, node, name, key, known)
        return tuple(names)

    def _refuse_undeclared(
        self, fields: Fields, node: Node, name: str, section: str, known: Iterable[str]
    ) -> None:
        if "," in name:
            fields.refuse(node, f"write several in brackets, as {section}: [{shown(name)[1:-1]}]")
        elif name:
            advice = (
                self._problems.did_you_mean(name, known) or f" under {section!r}, above 'facts'"
            )
            fields.refuse(node, f"{shown(name)} is not declared{advice}")

    def _sources(self, fields: Fields) -> tuple[str, ...]:
        sources = self._header.sources
        return tuple([sources[name] for name in self._declared(fields, "sources", sources)])

    def _note(self, node: Node) -> Note:
        fields = Fields(node, NOTE, self._problems)
        return Note(
            kind=fields.text("kind", "note"),
            text=fields.text("text"),
            confidence=fields.choice("confidence", Confidence),
            sources=self._sources(fields),
        )
