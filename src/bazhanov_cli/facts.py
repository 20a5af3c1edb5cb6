"""The values that everything else works on: a dataset, its entities and its facts.

They are named tuples because every command makes these classes at its start, and a frozen dataclass
takes four times as long to make. Annotations kept as text would double the time of a named tuple.
"""

from enum import StrEnum
from typing import NamedTuple

from bazhanov_cli.dates.historical import HistoricalDate


class EntityKind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    WORK = "work"
    CONCEPT = "concept"

    @property
    def plural(self) -> str:
        """The word for several of them, as it heads a section of a dataset and of the index."""
        return "people" if self is EntityKind.PERSON else f"{self.value}s"


class Basis(StrEnum):
    """Where an event's date comes from."""

    STATED = "stated"
    DERIVED = "derived"
    CROSS_REFERENCE = "cross-ref"


class Confidence(StrEnum):
    """How sure an editor is of a note."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class QuestionKind(StrEnum):
    """The six forms of a question."""

    RECALL = "recall"
    CHOICE = "choice"
    DATE = "date"
    ORDER = "order"
    FIRST = "first"
    TRUE_FALSE = "true-false"


class Entity(NamedTuple):
    """A person, place, organisation, work or concept that facts mention.

    `forms` are the spellings found in the texts, `aliases` those that a reader may type. `sort` is
    what it is among its kind: a place may be a city or a state.
    """

    id: str
    kind: EntityKind
    name: str
    forms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    description: str = ""
    sort: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write the name, the name itself first, none twice."""
        return tuple(dict.fromkeys((self.name, *self.forms, *self.aliases)))


class Event(NamedTuple):
    """Something that a fact says happened, at a date as precise as it is known.

    `via` is the fact that the date is taken from, `same_as` a fact that tells the same happening;
    `context` marks an event that is not the subject's own.
    """

    label: str
    date: HistoricalDate | None = None
    main: bool = False
    basis: Basis = Basis.STATED
    via: int | None = None
    same_as: int | None = None
    context: bool = False


DOUBTS = frozenset((
    "contradicted", "disputed", "doubtful", "inconsistent", "retracted", "rumour",
))  # fmt: skip
"""The kinds of notes that deny what their fact says, or doubt it."""


class Note(NamedTuple):
    """An editor's remark beside a fact: a doubt, a correction, a context, with its sources."""

    kind: str
    text: str
    confidence: Confidence | None = None
    sources: tuple[str, ...] = ()

    @property
    def is_doubt(self) -> bool:
        """Whether the fact may be wrong, by this note."""
        return self.kind.casefold() in DOUBTS


class CuratedQuestion(NamedTuple):
    """A question written by hand.

    `facet` names what is asked of the fact and keeps its progress when the wording changes;
    `wrong` are options that are surely wrong, `avoid` those that no question may offer as wrong,
    `needs` the other facts that it draws on.
    """

    facet: str
    kind: QuestionKind
    ask: str
    answer: str
    accept: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    needs: tuple[int, ...] = ()


class Fact(NamedTuple):
    """One sentence, word for word, and what an editor knows around it."""

    id: int
    text: str
    events: tuple[Event, ...] = ()
    entities: tuple[Entity, ...] = ()
    topics: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    sources: tuple[str, ...] = ()
    see: tuple[int, ...] = ()
    questions: tuple[CuratedQuestion, ...] = ()

    @property
    def main_event(self) -> Event | None:
        """The event that places the fact in time."""
        return next((event for event in self.events if event.main), None)

    @property
    def is_doubted(self) -> bool:
        """Whether an editor's note denies or doubts what the fact says."""
        return any(note.is_doubt for note in self.notes)

    def entities_of(self, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of one kind, in the order in which the fact lists them."""
        return tuple(entity for entity in self.entities if entity.kind is kind)


class Topic(NamedTuple):
    """A heading under which facts are filed."""

    id: str
    description: str = ""


class Era(NamedTuple):
    """A named stretch of the timeline."""

    name: str
    date: HistoricalDate


class Subject(NamedTuple):
    """Whom or what the dataset is about; `born` is the day from which ages are counted."""

    id: str
    name: str
    born: HistoricalDate | None = None
    died: HistoricalDate | None = None


class SequenceItem(NamedTuple):
    """One happening of a sequence: the fact that tells it, its date, and a short label."""

    fact: int
    date: HistoricalDate
    label: str


class Sequence(NamedTuple):
    """Happenings in their right order, for a question that asks to order them."""

    items: tuple[SequenceItem, ...]
    ask: str


class Dataset(NamedTuple):
    """The header of a dataset: all but its entities and facts."""

    id: str
    title: str
    subject: Subject | None = None
    language: str = "en"
    licence: str = ""
    attribution: str = ""
    topics: tuple[Topic, ...] = ()
    eras: tuple[Era, ...] = ()
    sequences: tuple[Sequence, ...] = ()
