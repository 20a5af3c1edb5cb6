"""A small dataset that shows what can be written, for somebody who starts one."""

from __future__ import annotations

EXAMPLE = """\
# A dataset for bazhanov: change it, add to it, and look at it with
#
#     bazhanov check FILE
#     bazhanov list --data FILE
#
# The only thing a dataset needs is `facts`, and a fact needs only `id` and `text`. Everything else
# may be added when you have it, and left out when you have not.
#
# Lines are indented with blanks. A text needs quotes only when it contains ": " or " #", or begins
# with a sign such as " ' [ { * & ! % @; or write >- and put it on the lines below.

id: marie-curie
title: A few facts about Marie Curie
subject: marie-curie              # whose age is told, by the `born` of this name
language: en


# Headings for facts. Each has a short id, by which facts refer to it.
topics:
  life: birth, family and death
  research: discoveries
  prizes: what she was honoured with


# Names, in five sections: people, places, organisations, works and concepts.
people:
  marie-curie:
    name: Marie Curie
    forms: She                    # how else the texts call her
    aliases: [Maria Skłodowska, Marie Skłodowska-Curie]    # what else somebody may search for
    born: 1867-11-07
    died: 1934-07-04
  pierre-curie:
    name: Pierre Curie
    forms: Pierre
  becquerel:
    name: Henri Becquerel
    aliases: Becquerel

places:
  warsaw:
    name: Warsaw
    aliases: Warszawa

concepts:
  polonium: {name: polonium}
  physics-prize:
    name: Nobel Prize in Physics
  chemistry-prize:
    name: Nobel Prize in Chemistry


# Dates are written 1903, 1898-07 or 1867-11-07. About 1900 is 1900~, perhaps 1900 is 1900?, the
# 1890s are 189X, from 1906 to 1934 is 1906/1934, and from 1906 on is 1906/.. ; 44 BC is -0043.
eras:
  - name: Warsaw
    date: 1867/1891
  - name: Paris
    date: 1892/1934


sources:
  nobel: The Nobel Prizes, the foundation's lists of prizes


facts:

  - id: 1
    text: Marie Curie was born in Warsaw on 7 November 1867.
    events:
      - date: 1867-11-07
        label: Born in Warsaw
    people: marie-curie
    places: warsaw
    topics: life

  - id: 2
    text: >-
      In July 1898 Marie Curie and Pierre Curie announced a new element, which they named polonium
      after her country.
    events:
      - date: 1898-07
        label: Announces polonium
    people: [marie-curie, pierre-curie]
    concepts: polonium
    topics: research
    questions:
      - facet: name of the element        # a short name that stays when the wording changes
        ask: Which element was named after Poland?
        answer: polonium
        wrong: [radium, uranium, thorium]

  - id: 3
    text: >-
      She shared the Nobel Prize in Physics of 1903 with Pierre and with Henri Becquerel.
    events:
      - 1903                              # an event may be just a date
    people: [marie-curie, pierre-curie, becquerel]
    concepts: physics-prize
    topics: prizes
    sources: nobel
    see: 4                                # a fact to read beside this one

  - id: 4
    text: In 1911 Marie Curie received the Nobel Prize in Chemistry, for polonium and radium.
    events:
      - date: 1911
        label: Receives the Nobel Prize in Chemistry
    people: marie-curie
    concepts: [chemistry-prize, polonium]
    topics: [prizes, research]
    notes:
      - kind: context
        text: Nobody had received two Nobel Prizes before her.
        confidence: high                  # high, medium or low
        sources: nobel

  - id: 5
    text: Marie Curie died on 4 July 1934.
    events:
      - date: 1934-07-04
        label: Dies
    people: marie-curie
    topics: life


# For the quiz: what must be put in order, in its right order.
sequences:
  - items:
      - {fact: 1, date: 1867-11-07, label: Born in Warsaw}
      - {fact: 2, date: 1898-07, label: Announces polonium}
      - {fact: 4, date: 1911, label: Receives the Nobel Prize in Chemistry}
"""
