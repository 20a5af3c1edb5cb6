"""The sections above the facts: the dataset's own keys, topics, eras, sources and entities."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bazhanov_cli.dataset.fields import Fields, Shape, shown
from bazhanov_cli.dataset.nodes import Entries, Items, Node, Scalar, describe
from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.facts import Dataset, Entity, EntityKind, Era, Sequence, Subject, Topic

HEADER_TEXTS = ("id", "title", "subject", "language", "licence", "attribution")
KIND_OF_SECTION = {kind.plural: kind for kind in EntityKind}
ENTITY_KEYS = ("name", "forms", "aliases", "description", "sort", "born", "died")
ERA = Shape("an era", ("name", "date"), required=("name", "date"))
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_Life = tuple[HistoricalDate | None, HistoricalDate | None]


@dataclass(slots=True)
class Header:
    """What has been read so far of the sections that facts refer to."""

    texts: dict[str, str] = field(default_factory=dict)
    subject_at: Node | None = None
    topics: dict[str, Topic] = field(default_factory=dict)
    eras: list[Era] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    declared_at: dict[tuple[str, str], Scalar] = field(default_factory=dict)
    lives: dict[str, _Life] = field(default_factory=dict)

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
        section, header = key.text, self.header
        if section in HEADER_TEXTS:
            self._read_text(key, node)
        elif section == "topics":
            texts = self._texts_by_id(key, node, "a topic")
            header.topics = {name: Topic(name, text) for name, text in texts.items()}
        elif section == "sources":
            header.sources = self._texts_by_id(key, node, "a source")
        elif section == "eras":
            self._read_eras(node)
        else:
            self._read_entities(KIND_OF_SECTION[section], node)

    def finish(self) -> None:
        """Check what could not be checked before every section was read."""
        header = self.header
        subject, at = header.texts.get("subject"), header.subject_at
        if subject and subject not in header.entities and at:
            advice = self._problems.did_you_mean(subject, header.entities)
            advice = advice or "; declare it, for example under 'people'"
            message = f"the subject {shown(subject)} is not declared{advice}"
            self._problems.add(at.line, at.column, message)

    def _read_text(self, key: Scalar, node: Node) -> None:
        entries = Entries(key.line, key.column, {key.text: node}, {key.text: key})
        fields = Fields(entries, Shape("a dataset", HEADER_TEXTS), self._problems)
        text = fields.text(key.text)
        if key.text == "id" and text:
            fields.check_entry_id(Scalar(node.line, node.column, text), "a dataset")
        elif key.text == "language" and text and not LANGUAGE.fullmatch(text):
            fields.refuse(node, f"{shown(text)} is no code of a language; write en, de, zh-Hant …")
        elif key.text == "subject":
            self.header.subject_at = node
        self.header.texts[key.text] = text

    def _texts_by_id(self, section: Scalar, node: Node, what: str) -> dict[str, str]:
        keys = node.keys if isinstance(node, Entries) else {}
        fields = Fields(node, Shape(f"{section.text!r}", keys), self._problems)
        for name, key in keys.items():
            fields.check_entry_id(key, what)
            self.header.declared_at[section.text, name] = key
        return {name: fields.text(name) for name in keys}

    def _read_eras(self, node: Node) -> None:
        if not isinstance(node, Items):
            message = f"'eras' must be a list, not {describe(node)}"
            self._problems.add(node.line, node.column, message)
            return
        last = None
        for item in node.items:
            fields = Fields(item, ERA, self._problems)
            name, date = fields.text("name"), fields.date("date")
            if date is None:
                continue
            if date.earliest is None:
                fields.refuse(fields.at("date"), "an era must have a beginning")
            elif last is not None and date.earliest <= last:
                message = "the eras must follow one another: this one begins no later"
                fields.refuse(fields.at("date"), message)
            else:
                last = date.earliest
                self.header.eras.append(Era(name, date))

    def _read_entities(self, kind: EntityKind, node: Node) -> None:
        if not isinstance(node, Entries):
            message = f"{kind.plural!r} must be a mapping of ids, not {describe(node)}"
            self._problems.add(node.line, node.column, message)
            return
        shape = Shape(f"a {kind}", ENTITY_KEYS, required=("name",))
        for identifier, item in node.entries.items():
            fields = Fields(item, shape, self._problems)
            self._read_entity(node.keys[identifier], kind, fields)

    def _read_entity(self, key: Scalar, kind: EntityKind, fields: Fields) -> None:
        header, identifier = self.header, key.text
        entity = Entity(
            id=identifier,
            kind=kind,
            name=fields.text("name"),
            forms=fields.texts("forms"),
            aliases=fields.texts("aliases"),
            description=fields.text("description"),
            sort=fields.text("sort"),
        )
        life = fields.date("born"), fields.date("died")
        if life[0] and life[1] and life[1].is_strictly_before(life[0]):
            fields.refuse(fields.at("died"), "this is before the birth")
        fields.check_entry_id(key, f"a {kind}")
        earlier = header.entities.setdefault(identifier, entity)
        if earlier is not entity:
            fields.refuse(key, f"the id {shown(identifier)} stands for a {earlier.kind} already")
        header.lives[identifier] = life
        header.declared_at[kind.plural, identifier] = key
