"""The sections above the facts: the dataset's own keys, topics, eras, sources and entities."""

from __future__ import annotations

from dataclasses import dataclass, field

from bazhanov_cli.dataset.fields import Fields, check_id
from bazhanov_cli.dataset.nodes import Entries, Items, Node, Scalar, describe
from bazhanov_cli.dataset.problems import Problems, did_you_mean
from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.facts import Dataset, Entity, EntityKind, Era, Sequence, Subject, Topic

HEADER_TEXTS = ("id", "title", "subject", "language", "licence", "attribution")
KIND_OF_SECTION = {kind.plural: kind for kind in EntityKind}
ENTITY_KEYS = ("name", "forms", "aliases", "description", "born", "died")


@dataclass(slots=True)
class Header:
    """What has been read so far of the sections that facts refer to."""

    texts: dict[str, str] = field(default_factory=dict)
    subject_at: Node | None = None
    topics: dict[str, Topic] = field(default_factory=dict)
    eras: list[Era] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    places: dict[str, Scalar] = field(default_factory=dict)
    lives: dict[str, tuple[HistoricalDate | None, HistoricalDate | None]] = field(
        default_factory=dict
    )

    @property
    def subject(self) -> Subject | None:
        """The entity that the dataset is about, with its life."""
        entity = self.entities.get(self.texts.get("subject", ""))
        if entity is None:
            return None
        born, died = self.lives.get(entity.id, (None, None))
        return Subject(entity.id, entity.name, born, died)

    def dataset(self, sequences: tuple[Sequence, ...]) -> Dataset:
        """The value that stands for all of it."""
        texts = self.texts
        title = texts.get("title") or texts.get("id") or "Facts"
        return Dataset(
            id=texts.get("id") or "-".join(title.lower().split()),
            title=title,
            subject=self.subject,
            language=texts.get("language", "en"),
            licence=texts.get("licence", ""),
            attribution=texts.get("attribution", ""),
            topics=tuple(self.topics.values()),
            eras=tuple(self.eras),
            sequences=sequences,
        )


class HeaderReader:
    """Reads the sections above the facts into a Header, one section at a time."""

    def __init__(self, problems: Problems) -> None:
        self.header = Header()
        self._problems = problems

    def read(self, key: Scalar, node: Node) -> None:
        """Read one section; the caller has checked that its key is known."""
        section = key.text
        if section in HEADER_TEXTS:
            self._read_text(section, node)
        elif section == "topics":
            for name, text, at in self._texts_by_id(node, section, "a topic"):
                self.header.topics[name] = Topic(name, text)
                self.header.places[name] = at
        elif section == "sources":
            for name, text, _ in self._texts_by_id(node, section, "a source"):
                self.header.sources[name] = text
        elif section == "eras":
            self._read_eras(node)
        else:
            self._read_entities(KIND_OF_SECTION[section], node)

    def finish(self) -> None:
        """Check what could not be checked before every section was read."""
        header = self.header
        subject = header.texts.get("subject")
        if subject and subject not in header.entities and header.subject_at:
            at = header.subject_at
            advice = (
                did_you_mean(subject, header.entities) or "; declare it, for example under 'people'"
            )
            self._problems.add(
                at.line, at.column, f"the subject {subject!r} is not declared{advice}"
            )

    def _read_text(self, section: str, node: Node) -> None:
        fields = Fields(
            Entries(node.line, node.column, {section: node}, {}), "", [section], self._problems
        )
        text = fields.text(section)
        if section == "id" and text:
            check_id(fields, node, text, "a dataset")
        if section == "subject":
            self.header.subject_at = node
        self.header.texts[section] = text

    def _texts_by_id(self, node: Node, section: str, what: str) -> list[tuple[str, str, Scalar]]:
        keys = tuple(node.entries) if isinstance(node, Entries) else ()
        fields = Fields(node, f"{section!r}", keys, self._problems)
        found = []
        for key in keys:
            at = (
                node.keys[key] if isinstance(node, Entries) else Scalar(node.line, node.column, key)
            )
            if check_id(fields, at, key, what):
                found.append((key, fields.text(key), at))
        return found

    def _read_eras(self, node: Node) -> None:
        if not isinstance(node, Items):
            self._problems.add(
                node.line, node.column, f"'eras' must be a list, not {describe(node)}"
            )
            return
        last = None
        for item in node.items:
            fields = Fields(item, "an era", ("name", "date"), self._problems, ("name", "date"))
            name, date = fields.text("name"), fields.date("date")
            if date is None:
                continue
            if date.earliest is None:
                fields.refuse(fields.get("date") or item, "an era must have a beginning")
                continue
            if last is not None and date.earliest <= last:
                fields.refuse(item, "the eras must follow one another: this one begins no later")
                continue
            last = date.earliest
            self.header.eras.append(Era(name, date))

    def _read_entities(self, kind: EntityKind, node: Node) -> None:
        if not isinstance(node, Entries):
            message = f"{kind.plural!r} must be a mapping of ids, not {describe(node)}"
            self._problems.add(node.line, node.column, message)
            return
        for identifier, item in node.entries.items():
            key = node.keys[identifier]
            fields = Fields(item, f"a {kind}", ENTITY_KEYS, self._problems, ("name",))
            if not check_id(fields, key, identifier, f"a {kind}"):
                continue
            earlier = self.header.entities.get(identifier)
            if earlier:
                fields.refuse(key, f"the id {identifier!r} stands for a {earlier.kind} already")
                continue
            self.header.entities[identifier] = Entity(
                id=identifier,
                kind=kind,
                name=fields.text("name"),
                forms=fields.texts("forms"),
                aliases=fields.texts("aliases"),
                description=fields.text("description"),
            )
            self.header.places[identifier] = key
            if fields.get("born") or fields.get("died"):
                self.header.lives[identifier] = (fields.date("born"), fields.date("died"))
