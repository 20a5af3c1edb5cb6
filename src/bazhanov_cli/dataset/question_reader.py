"""What the quiz may ask: the questions of a fact, and the sequences at the end of a dataset."""

from __future__ import annotations

from bazhanov_cli.dataset.fields import Fields, Shape, shown
from bazhanov_cli.dataset.nodes import Node, Scalar
from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.dataset.references import FactIds
from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.errors import DateError
from bazhanov_cli.facts import CuratedQuestion, QuestionKind, Sequence, SequenceItem
from bazhanov_cli.folding import fold

QUESTION = Shape(
    "a question",
    ("facet", "kind", "ask", "answer", "accept", "wrong", "avoid", "needs"),
    required=("facet", "ask", "answer"),
)
SEQUENCE = Shape("a sequence", ("ask", "items"), required=("items",))
ITEM = Shape("an item of a sequence", ("fact", "date", "label"), required=("fact", "date", "label"))
TRUE_OR_FALSE = ("true", "false")
EARLIEST_FIRST = "Put these in order, earliest first."
FEWEST_ITEMS = 3
_DOUBTS = {1: "a year", 10: "ten years"}
_FINER_THAN_A_YEAR = (Precision.DAY, Precision.MONTH, Precision.SEASON)
_MADE_FROM_DATES = (QuestionKind.ORDER, QuestionKind.FIRST)


class QuestionReader:
    """Reads what was written for the quiz by hand."""

    def __init__(self, facts: FactIds, problems: Problems) -> None:
        self._facts = facts
        self._problems = problems

    def questions(self, fields: Fields) -> tuple[CuratedQuestion, ...]:
        """The questions of a fact, each with a facet of its own."""
        questions: dict[str, CuratedQuestion] = {}
        for node in fields.nodes("questions"):
            question = self._question(node)
            if question.facet in questions:
                message = f"the facet {shown(question.facet)} stands twice in this fact"
                fields.refuse(node, message)
            questions[question.facet] = question
        return tuple(questions.values())

    def sequence(self, node: Node) -> Sequence | None:
        """Happenings that must come strictly one after another."""
        fields = Fields(node, SEQUENCE, self._problems)
        nodes = fields.nodes("items")
        if len(nodes) < FEWEST_ITEMS:
            fields.refuse(node, "a sequence needs at least three items")
            return None
        items: list[SequenceItem] = []
        for each in nodes:
            item = self._item(each)
            if item is None:
                continue
            if items:
                _check_order(fields, each, items[-1], item)
            items.append(item)
        return Sequence(tuple(items), fields.text("ask", EARLIEST_FIRST))

    def _item(self, node: Node) -> SequenceItem | None:
        fields = Fields(node, ITEM, self._problems)
        fact, date, label = (
            self._facts.one(fields, "fact"),
            fields.date("date"),
            fields.text("label"),
        )
        return None if fact is None or date is None else SequenceItem(fact, date, label)

    def _question(self, node: Node) -> CuratedQuestion:
        fields = Fields(node, QUESTION, self._problems)
        wrong = fields.texts("wrong")
        default = QuestionKind.CHOICE if wrong else QuestionKind.RECALL
        question = CuratedQuestion(
            facet=fields.text("facet"),
            kind=fields.choice("kind", QuestionKind) or default,
            ask=fields.text("ask"),
            answer=fields.text("answer"),
            accept=fields.texts("accept"),
            wrong=wrong,
            avoid=fields.texts("avoid"),
            needs=self._facts.several(fields, "needs"),
        )
        _check_kind(fields, question)
        _check_options(fields, question)
        return question


def _check_order(fields: Fields, node: Node, earlier: SequenceItem, later: SequenceItem) -> None:
    """Refuse what does not come later, and warn of what may not if a date in doubt is wrong."""
    if not earlier.date.is_strictly_before(later.date):
        message = f"this must come after {shown(earlier.label)}, by its date"
        fields.refuse(node, message)
        return
    needed = max(_years_of_doubt(earlier.date), _years_of_doubt(later.date))
    if _years_between(earlier.date, later.date) < needed:
        apart = f"less than {_DOUBTS[needed]} between {earlier.date.edtf} and {later.date.edtf}"
        fields.warn(
            node,
            f"it is not sure that this comes after {shown(earlier.label)}: a date is in doubt, "
            f"with {apart}; leave one out",
        )


def _years_of_doubt(date: HistoricalDate) -> int:
    """By how many years a date may be wrong: none, one when it is about a month, or else ten."""
    if not (date.approximate or date.uncertain):
        return 0
    return 1 if date.precision in _FINER_THAN_A_YEAR and not date.uncertain else 10


def _years_between(earlier: HistoricalDate, later: HistoricalDate) -> int:
    """The whole years from the end of one date to the beginning of another."""
    if earlier.latest is None or later.earliest is None:
        return 0
    end, beginning = earlier.latest, later.earliest
    return beginning.year - end.year - (beginning[1:] < end[1:])


def _check_kind(fields: Fields, question: CuratedQuestion) -> None:
    answer = question.answer
    if question.kind in _MADE_FROM_DATES:
        message = "questions of this kind are made from dates; write 'sequences' instead"
        fields.refuse(fields.at("kind"), message)
    elif not answer:
        return
    elif question.kind is QuestionKind.TRUE_FALSE and answer not in TRUE_OR_FALSE:
        fields.refuse(fields.at("answer"), "the answer must be true or false")
    elif question.kind is QuestionKind.DATE and not _is_date(answer):
        message = f"the answer must be a date, such as 9 August 1923, not {shown(answer)}"
        fields.refuse(fields.at("answer"), message)
    elif question.kind is QuestionKind.CHOICE and not question.wrong:
        fields.refuse(fields.at("kind"), "a choice needs the key 'wrong', a list of wrong options")


def _check_options(fields: Fields, question: CuratedQuestion) -> None:
    if not question.wrong:
        return
    right = {fold(text) for text in (question.answer, *question.accept)}
    for option in fields.nodes("wrong"):
        if isinstance(option, Scalar) and fold(option.text) in right:
            fields.refuse(option, f"{shown(option.text)} is given as right and as wrong")


def _is_date(text: str) -> bool:
    from bazhanov_cli.dates.typed import read_typed_date

    try:
        return read_typed_date(text) is not None
    except DateError:
        return False
