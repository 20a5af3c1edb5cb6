"""The tables of the compiled dataset."""

from __future__ import annotations

FORMAT = 6
"""Grows with every change of the tables or of what is written into them."""

APPLICATION_ID = 0x626A6E76  # "bjnv": tells our database from any other in the cache folder

LATEST_POSSIBLE = 1 << 62
"""Stands for an open end where events are put in order, after every day there is."""

TABLES = """
CREATE TABLE header (record TEXT NOT NULL, facts INTEGER NOT NULL);
CREATE TABLE fact (id INTEGER PRIMARY KEY, position INTEGER NOT NULL, record TEXT NOT NULL);
CREATE TABLE event (
    fact INTEGER NOT NULL, number INTEGER NOT NULL, main INTEGER NOT NULL, dated INTEGER NOT NULL,
    earliest INTEGER, latest INTEGER, sort_from INTEGER NOT NULL, sort_to INTEGER NOT NULL,
    month_day INTEGER
);
CREATE TABLE entity (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, record TEXT NOT NULL
);
CREATE TABLE spelling (folded TEXT NOT NULL, entity TEXT NOT NULL, rank INTEGER NOT NULL);
CREATE TABLE mention (entity TEXT NOT NULL, fact INTEGER NOT NULL, position INTEGER NOT NULL);
CREATE TABLE filing (topic TEXT NOT NULL, fact INTEGER NOT NULL, position INTEGER NOT NULL);
CREATE TABLE question (fact INTEGER NOT NULL, record TEXT NOT NULL);
"""

# Made after the rows are in, which is faster than keeping them up to date row by row.
INDEXES = """
CREATE UNIQUE INDEX fact_in_order ON fact (position);
CREATE INDEX event_in_order ON event (main, dated DESC, sort_from, sort_to, fact, number);
CREATE INDEX event_of_all_in_order ON event (dated DESC, sort_from, sort_to, fact, number);
CREATE INDEX event_of_fact ON event (fact, number);
CREATE INDEX event_on_day ON event (month_day) WHERE month_day IS NOT NULL;
CREATE INDEX spelling_folded ON spelling (folded);
CREATE INDEX mention_of_entity ON mention (entity, position, fact);
CREATE INDEX mention_in_fact ON mention (fact);
CREATE INDEX filing_under_topic ON filing (topic, position, fact);
CREATE INDEX filing_of_fact ON filing (fact);
CREATE INDEX question_of_fact ON question (fact);
"""
