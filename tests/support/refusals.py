"""Bad datasets, each with how the message about it begins: `line:column: message`."""

from __future__ import annotations

FACT = "facts: [{id: 1, text: a}]\n"


def fact_with(line: str) -> str:
    """A dataset whose one fact has a line of its own, the fifteenth of the file."""
    return (
        "topics:\n  party: x\nsources:\n  book: y\npeople:\n  lenin:\n    name: Lenin\nplaces:\n"
        "  kyiv: {name: Kyiv}\nfacts:\n- id: 1\n  text: Lenin in Kyiv\n  topics: party\n"
        f"  sources: book\n  {line}\n"
        "- {id: 2, text: Lenin in Kyiv, people: lenin, places: kyiv}\n"
    )


UNREADABLE_YAML = [
    ("", "1:1: the file is empty; 'bazhanov new FILE' writes an example"),
    ("# nothing\n", "1:1: the file is empty"),
    ("---\n", "2:1: the file is empty"),
    ("- a\n", "1:1: a dataset is a mapping with keys such as 'title:' and 'facts:'"),
    ("hello\n", "1:1: a dataset is a mapping"),
    ("title: a\n", "1:1: there are no facts: write them under the key 'facts:'"),
    (f"{FACT}---\n{FACT}", "2:1: a second document begins here; a dataset is one document"),
    ("title: &a b\n" + FACT, "1:8: the anchor '&a' is not read; delete it"),
    ("&a title: b\n" + FACT, "1:1: the anchor '&a' is not read"),
    ("title: *a\n" + FACT, "1:8: the alias '*a' is not read; write the text out"),
    ("title: !!str a\n" + FACT, "1:8: the tag 'tag:yaml.org,2002:str' is not read; delete it"),
    ("title: !x a\n" + FACT, "1:8: the tag '!x' is not read"),
    ("facts: !!seq [{id: 1, text: a}]\n", "1:8: the tag 'tag:yaml.org,2002:seq' is not read"),
    ("title: " + "[" * 30 + "\n", "1:28: nested deeper than 20 levels"),
    ("title: a\ntitle: b\n" + FACT, "2:1: the key 'title' stands twice; the first is on line 1"),
    ("title: a\n" + FACT + "facts: []\n", "3:1: the key 'facts' stands twice"),
    ("? [a]\n: b\n" + FACT, "1:3: a key must be a text"),
    ("? {a: b}\n: b\n" + FACT, "1:3: a key must be a text"),
    ("title: a: b\n", "1:9: this is not YAML: mapping values are not allowed"),
    ("title: 'a\nfacts: b\n", "1:8: this is not YAML: found unexpected end of stream"),
    ("title: [a\nfacts: b\n", "2:6: this is not YAML: "),
    ("title: a\n  facts: b\n", "2:8: this is not YAML: mapping values are not allowed"),
    ("title: a\n\tfacts: b\n", "2:1: this is not YAML: found "),
    ("title: @a\n", "1:8: this is not YAML: found character"),
    ("title: {a: b\n", "2:1: this is not YAML: "),
    ("title: a\n b\n c: d\n", "3:3: this is not YAML: "),
    ('title: "\\q"\n', "1:"),
    ("%YAML 9.0\n---\n" + FACT, "1:1: this is not YAML: found incompatible YAML document"),
]

FORBIDDEN_TEXT = [
    (b"facts: [{id: 1, text: \xff}]", "1:23: byte 0xff is not UTF-8; save the file as UTF-8"),
    (b"# \xc3\xa9\n# \xc3\n" + FACT.encode(), "2:3: byte 0xc3 is not UTF-8"),
    (b"facts: [{id: 1, text: a}] # \xe2\x82", "1:29: byte 0xe2 is not UTF-8"),
    (FACT.encode("utf-16"), "1:1: byte 0xff is not UTF-8"),
    (FACT.encode("utf-16-le"), "1:2: the character U+0000 is not allowed; delete it"),
    (FACT.encode("utf-32"), "1:1: byte 0xff is not UTF-8"),
    (FACT.encode("latin-1") + b"# caf\xe9\n", "2:6: byte 0xe9 is not UTF-8"),
    ("facts: [{id: 1, text: a\0b}]", "1:24: the character U+0000 is not allowed"),
    ("facts: [{id: 1, text: \x1b[31mred}]", "1:23: the character U+001B is not allowed"),
    ("facts:\n- {id: 1, text: a\x7f}", "2:18: the character U+007F is not allowed"),
    ("facts: [{id: 1, text: a\x9b31m}]", "1:24: the character U+009B is not allowed"),
    ("facts: [{id: 1, text: a\x85b}]", "1:24: the character U+0085 is not allowed"),
    ("facts: [{id: 1, text: a\u2028b}]", "1:24: the character U+2028 is not allowed"),
    ("facts: [{id: 1, text: a\u202eb}]", "1:24: the character U+202E is not allowed"),
    ("facts: [{id: 1, text: a\u2066b}]", "1:24: the character U+2066 is not allowed"),
    ("facts: [{id: 1, text: a\ufeffb}]", "1:24: the character U+FEFF is not allowed"),
    ("facts: [{id: 1, text: a\uffffb}]", "1:24: the character U+FFFF is not allowed"),
    ("# \x07\n" + FACT, "1:3: the character U+0007 is not allowed"),
    ("\r\n\r# \x07\r\n" + FACT, "3:3: the character U+0007 is not allowed"),
    ('facts: [{id: 1, text: "a\\x1b[31m"}]', "1:23: the character U+001B is not allowed"),
    ('facts: [{id: 1, text: "a\\e"}]', "1:23: the character U+001B is not allowed"),
    ('facts: [{id: 1, text: "a\\0"}]', "1:23: the character U+0000 is not allowed"),
    ('facts: [{id: 1, text: "a\\r"}]', "1:23: the character U+000D is not allowed"),
    ('facts: [{id: 1, text: "a\\N"}]', "1:23: the character U+0085 is not allowed"),
    ('facts: [{id: 1, text: "a\\P"}]', "1:23: the character U+2029 is not allowed"),
    ('facts: [{id: 1, text: "a\\u202e"}]', "1:23: the character U+202E is not allowed"),
    ('"\\e": b\n' + FACT, "1:1: the character U+001B is not allowed"),
]

WRONG_SECTIONS = [
    ("pepole: {}\n" + FACT, "1:1: unknown key 'pepole', did you mean 'people'?"),
    ("xyz: 1\n" + FACT, "1:1: unknown key 'xyz'; a dataset may have id, title, subject,"),
    ("title: [a]\n" + FACT, "1:8: 'title' must be a text, not a list"),
    ("title: {a: b}\n" + FACT, "1:8: 'title' must be a text, not a mapping of keys; a text that"),
    ("title:\n" + FACT, "1:7: 'title' is empty; write a text or delete the key"),
    ("title: ' '\n" + FACT, "1:8: 'title' is empty"),
    ("id: two words\n" + FACT, "1:5: 'two words' cannot be the id of a dataset: use letters,"),
    ("language: English\n" + FACT, "1:11: 'English' is no code of a language; write en, de,"),
    ("subject: lenin\n" + FACT, "1:10: the subject 'lenin' is not declared; declare it, for"),
    (
        "subject: lennin\npeople: {lenin: {name: a}}\nfacts: [{id: 1, text: a, people: lenin}]",
        "1:10: the subject 'lennin' is not declared, did you mean 'lenin'?",
    ),
    ("topics: [a]\n" + FACT, "1:9: 'topics' must be a mapping of keys, not a list"),
    ("topics: {a: [b]}\n" + FACT, "1:13: 'a' must be a text, not a list"),
    ("topics: {a b: c}\n" + FACT, "1:10: 'a b' cannot be the id of a topic"),
    ("sources: {'': c}\n" + FACT, "1:11: '' cannot be the id of a source"),
    ("people: [a]\n" + FACT, "1:9: 'people' must be a mapping of ids, not a list"),
    ("people: {a: b}\n" + FACT, "1:13: a person must be a mapping of keys, not a text"),
    ("people: {a: {}}\n" + FACT, "1:13: a person needs 'name'"),
    ("people: {a: {nam: b}}\n" + FACT, "1:14: unknown key 'nam', did you mean 'name'?"),
    ("works: {a: {name: b, born: x}}\n" + FACT, "1:28: x: not a date"),
    (
        "people: {a: {name: b, born: 1900, died: 1899}}\n" + FACT,
        "1:41: this is before the birth",
    ),
    ("people: {a/b: {name: b}}\n" + FACT, "1:10: 'a/b' cannot be the id of a person"),
    (
        "people: {a: {name: b}}\nplaces: {a: {name: b}}\n" + FACT,
        "2:10: the id 'a' stands for a person already",
    ),
    ("title: '\u200b \u00ad'\n" + FACT, "1:8: 'title' is empty"),
    ("topics: {Life: a, life: b}\n" + FACT, "1:19: 'life' and 'Life' on line 1 differ in case or"),
    ("sources: {é: a, e: b}\n" + FACT, "1:17: 'e' and 'é' on line 1 differ in case or"),
    (
        "people: {paris: {name: b}}\nplaces: {Paris: {name: b}}\n" + FACT,
        "2:10: 'Paris' and 'paris' on line 1 differ in case or accents alone; rename one of them",
    ),
    ("people: {a: {name: '?!'}}\n" + FACT, "1:20: '?!' has no letter or digit to be found by"),
    ("people: {a: {name: b, forms: ['\u200b*']}}\n" + FACT, "1:31: '\\u200b*' has no letter or"),
    ("people: {a: {name: b, aliases: [c, +]}}\n" + FACT, "1:36: '+' has no letter or digit to be"),
    (
        f"people: {{a: {{name: b, forms: [{'c, ' * 101}]}}}}\n" + FACT,
        "1:30: more than 100 forms; keep those that stand in the texts",
    ),
    ("eras: {a: b}\n" + FACT, "1:7: 'eras' must be a list, not a mapping of keys"),
    ("eras: [{name: a}]\n" + FACT, "1:8: an era needs 'date'"),
    ("eras: [1923]\n" + FACT, "1:8: an era must be a mapping of keys, not a text"),
    ("eras: [{name: a, date: ../1923}]\n" + FACT, "1:24: an era must have a beginning"),
    (
        "eras: [{name: a, date: 1923}, {name: b, date: 1923}]\n" + FACT,
        "1:47: the eras must follow one another",
    ),
    (FACT + "title: a\n", "2:1: 'title' must stand above 'facts'"),
    ("facts: a\n", "1:8: 'facts' must be a list of facts, not a text"),
    ("facts:\n", "1:7: 'facts' must be a list of facts, not nothing"),
    ("facts: {id: 1}\n", "1:8: 'facts' must be a list of facts, not a mapping of keys"),
    ("facts: []\n", "1:1: the list of facts is empty"),
    ("sequences: []\n" + FACT, "1:1: 'sequences' must stand below 'facts'"),
    (FACT + "sequences: {}\n", "2:12: 'sequences' must be a list, not a mapping of keys"),
    (FACT + "sequences: [{items: []}]\n", "2:13: a sequence needs at least three items"),
    (FACT + "sequences: [{}]\n", "2:13: a sequence needs 'items'"),
    (
        FACT + "sequences:\n- items:\n  - {fact: 1, date: 1901, label: b}\n"
        "  - {fact: 1, date: 1900, label: a}\n  - {fact: 3, date: 1902, label: c}\n",
        "5:5: this must come after 'b', by its date",
    ),
]

WRONG_FACTS = [
    ("facts: [a]\n", "1:9: a fact must be a mapping of keys, not a text"),
    ("facts: [{}]\n", "1:9: a fact needs 'id' and 'text'"),
    ("facts: [{id: 1}]\n", "1:9: a fact needs 'text'"),
    ("facts: [{text: a}]\n", "1:9: a fact needs 'id'"),
    ("facts: [{id: 1, text: ''}]\n", "1:23: 'text' is empty"),
    ("facts: [{id: 1, text: [a]}]\n", "1:23: 'text' must be a text, not a list"),
    ("facts: [{id: a, text: a}]\n", "1:14: 'id' must be the id of a fact, a whole number from 1"),
    ("facts: [{id: 0, text: a}]\n", "1:14: 'id' must be the id of a fact"),
    ("facts: [{id: -1, text: a}]\n", "1:14: 'id' must be the id of a fact"),
    ("facts: [{id: 1.0, text: a}]\n", "1:14: 'id' must be the id of a fact"),
    ("facts: [{id: ²₃, text: a}]\n", "1:14: 'id' must be the id of a fact"),
    ("facts: [{id: 9007199254740992, text: a}]\n", "1:14: 'id' must be the id of a fact"),
    ("facts: [{id: 9" + "0" * 400 + ", text: a}]\n", "1:14: 'id' must be the id of a fact"),
    (
        "facts:\n- {id: 1, text: a}\n- {id: 1, text: b}\n",
        "3:8: the id 1 stands twice; the first is on line 2",
    ),
    ("facts: [{id: 1, text: a}, {id: 1, text: a}]", "1:32: the id 1 stands twice"),
    (fact_with("pepole: lenin"), "15:3: unknown key 'pepole', did you mean 'people'?"),
    (fact_with("colour: red"), "15:3: unknown key 'colour'; a fact may have id, text, events,"),
    (fact_with("people: lennin"), "15:11: 'lennin' is not declared, did you mean 'lenin'?"),
    (fact_with("people: trotsky"), "15:11: 'trotsky' is not declared under 'people', above"),
    (fact_with("people: [lenin, [lenin]]"), "15:19: 'people' must be a text, not a list"),
    (fact_with("people: kyiv"), "15:11: 'kyiv' is a place: list it under 'places'"),
    (fact_with("people:"), "15:10: 'people' is empty; write a list or delete the key"),
    (fact_with("see: 3"), "15:8: there is no fact 3"),
    (fact_with("see: [2, x]"), "15:12: 'see' must be the id of a fact, a whole number from 1, not"),
    (fact_with("see: [2, 1]"), "15:12: 'see' must name another fact, and this is fact 1"),
    (fact_with("events: [{date: 1923, via: 1}]"), "15:30: 'via' must name another fact"),
    (fact_with("events: [{date: 1923, same as: 1}]"), "15:34: 'same as' must name another fact"),
    (
        fact_with("questions: [{facet: a, ask: b, answer: c, needs: [1]}]"),
        "15:53: 'needs' must name another fact",
    ),
    (fact_with("events: 1923-02-30"), "15:11: 1923-02-30: February 1923 has 28 days"),
    (fact_with("events: [1928-13]"), "15:12: 1928-13: there is no month 13"),
    (fact_with("events: [1924/1923]"), "15:12: 1924/1923 ends before it begins"),
    (fact_with("events: [9 August 1923]"), "15:12: 9 August 1923: write 1923-08-09"),
    (fact_with("events: [{dat: 1923}]"), "15:13: unknown key 'dat', did you mean 'date'?"),
    (fact_with("events: [{basis: stated}]"), "15:12: an event needs 'date' or 'label'"),
    (fact_with("events: [{date: 1923, basis: gess}]"), "15:32: unknown basis 'gess'; it is one"),
    (fact_with("events: [{date: 1923, basis: sated}]"), "15:32: unknown basis 'sated', did you"),
    (fact_with("events: [{date: 1923, context: maybe}]"), "15:34: 'context' is answered with"),
    (fact_with("events: [{date: 1923, via: 77}]"), "15:30: there is no fact 77"),
    (fact_with("events: [[1923]]"), "15:12: an event must be a mapping of keys, not a list"),
    (fact_with("notes: [a]"), "15:11: a note must be a mapping of keys, not a text"),
    (fact_with("notes: [{kind: a}]"), "15:11: a note needs 'text'"),
    (fact_with("notes: [{text: a, confidence: hihg}]"), "15:33: unknown confidence 'hihg', did"),
    (fact_with("notes: [{text: a, sources: z}]"), "15:30: 'z' is not declared under 'sources'"),
    (fact_with("questions: [{ask: a}]"), "15:15: a question needs 'facet' and 'answer'"),
    (
        fact_with("questions: [{facet: a, ask: b, answer: c}, {facet: a, ask: b, answer: c}]"),
        "15:46: the facet 'a' stands twice in this fact",
    ),
    (
        fact_with("questions: [{facet: a, ask: b, answer: c, kind: true-false}]"),
        "15:42: the answer must be true or false",
    ),
    (
        fact_with("questions: [{facet: a, ask: b, answer: soon, kind: date}]"),
        "15:42: the answer must be a date, such as 9 August 1923, not 'soon'",
    ),
    (
        fact_with("questions: [{facet: a, ask: b, answer: 30 February 1923, kind: date}]"),
        "15:42: the answer must be a date",
    ),
    (
        fact_with("questions: [{facet: a, ask: b, answer: c, kind: order}]"),
        "15:51: questions of this kind are made from dates; write 'sequences' instead",
    ),
    (
        fact_with("questions: [{facet: a, ask: b, answer: c, kind: choice}]"),
        "15:51: a choice needs the key 'wrong', a list of wrong options",
    ),
    (
        fact_with("questions: [{facet: a, ask: b, answer: Père, wrong: [x, pere]}]"),
        "15:59: 'pere' is given as right and as wrong",
    ),
    (
        "people: {l: {name: Lenin, forms: Ilyich}}\nfacts: [{id: 1, text: Stalin, people: [l]}]\n",
        "2:40: the text does not name 'l'; add the spelling it uses to the 'forms' of 'Lenin'",
    ),
]
