"""The grader: typed answers, what was expected, and what they are worth."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bazhanov_cli.facts import EntityKind
from bazhanov_cli.quiz.answers import LONGEST_ANSWER, judge
from bazhanov_cli.quiz.question import Question, Verdict
from support.quiz_questions import choice, dated, order, person, phrase, place

EXACT, CLOSE, PARTIAL = Verdict.EXACT, Verdict.CLOSE, Verdict.PARTIAL
INVALID, WRONG = Verdict.INVALID, Verdict.WRONG

STALIN = person("Joseph Stalin")
TROTSKY = person("Leon Trotsky")
LENIN = person("Vladimir Lenin")
ILL = replace(LENIN, prompt="Which Soviet leader lay very ill at Gorki?")
FATHER = replace(STALIN, prompt="Who was Vasily's father, and who sent Vasily to war?")
SPY = person("Georges Agabekov", "Who led the manhunt?")
ARCHIMEDES = replace(
    STALIN, answer="Archimedes", accepted=("Archimedes",), rivals=("Eratosthenes", "Euclid")
)
BUCKLAND = replace(
    STALIN,
    answer="William Buckland",
    accepted=("William Buckland",),
    rivals=("Mary Anning", "Gideon Mantell"),
)
GEOLOGIST = replace(
    choice("William Buckland", "Mary Anning", "William Buckland", "Gideon Mantell"),
    names=EntityKind.PERSON,
    rivals=("Mary Anning", "Gideon Mantell"),
)
KSENOFONTOV = person("Ivan Ksenofontov")
BLUMKIN = person("Yakov Blumkin")
PRICE = person("Derek de Solla Price")
KYIV = place("Kyiv")
PERE_LACHAISE = place("Père Lachaise Cemetery", "In which burial ground does he lie?")
GRAVE = replace(PERE_LACHAISE, within=("Paris", "Париж"))
ISLAND = place("Büyükada", "On which island was he to be killed?")
MUSEUM = replace(
    KYIV,
    prompt="Which body keeps it?",
    names=EntityKind.ORGANISATION,
    answer="National Archaeological Museum",
    accepted=("National Archaeological Museum", "NAM"),
    rivals=("British Museum",),
    within=("Athens", "Greece"),
)
UNION = place("Soviet Union")
DAY, MONTH, YEAR = dated("1923-08-09"), dated("1920-11"), dated("1928")
OCTOBER, COMET = dated("1923-10-26"), dated("1054-07/1056-04")
SPRING, WINTER = dated("1923-21"), dated("1823-24")
SPAN, DECADE, OPEN = dated("1923/1924"), dated("192X"), dated("1930/..")
BC, SPRING = dated("-0044-03-15"), dated("1923-21")
UNIVERSITY = phrase("University of Kyiv", "Kyiv University", "Kyiv")
PLAN = phrase("first five-year plan", "five-year plan")
NOTES = phrase("took notes", "notes", prompt="What did he do there?")
AGE = phrase("16", "16 years old", prompt="How old was he?")
BIRTHDAY = phrase("23rd", "23", prompt="Which birthday was it?")
BOOK = phrase("Memoirs of a Secretary of Stalin's", "Memoirs of a Secretary of Stalin")
PARTY = phrase("CPSU", "Communist Party of the Soviet Union", "RCP(b)")
COMMUNISM = phrase("communism")
ANTI_COMMUNIST = phrase("anti-communist", "opposed to communism")
TIME = phrase("three months", prompt="How long before his death was it?")
YESTERDAY = replace(phrase("Yesterday"), rivals=("Only Yesterday",))
CHINESE = phrase("毛泽东")
CITY = choice("Kyiv", "Moscow", "Kyiv", "Odesa", accepted=("Kiev",))
AGES = choice("4", "7", "11", "4")
DISTRICT = choice("4th", "7th", "11th", "16th", "4th")
CHIEF = replace(
    choice("Joseph Stalin", "Leon Trotsky", "Vladimir Lenin", "Joseph Stalin", accepted=("Koba",)),
    names=EntityKind.PERSON,
    rivals=("Leon Trotsky", "Lev Trotsky", "Bronstein", "Vladimir Lenin", "Ulyanov"),
)
ASTRONOMER = replace(
    choice("Claudius Ptolemy", "Sosigenes", "Claudius Ptolemy", "Thales"), names=EntityKind.PERSON
)
BIRTH = choice("9 August 1900", "9 August 1900", "19 August 1900", "9 August 1923")
NEW_YEAR = choice("1 January 1928", "1 March 1900", "9 August 1923", "1 January 1928")
BEGINNING = choice("March 1917", "June 1911", "March 1917", "June 1930")
TRUTH = choice("false", "true", "false")
FIRST = choice("Born in Kyiv", "Dies in Paris", "Born in Kyiv")
COMPOSER = replace(LENIN, answer="Чайковский", accepted=("Чайковский", "Tchaikovsky"))
MARTINA = replace(phrase("Martina"), rivals=("Martins",))
SISTER = replace(TROTSKY, accepted=("Leon Trotsky",), rivals=("Olga Trotsky",))
POET = choice("Li Bai", "Du Fu", "Li Bai", "Wang Wei")
ORDER = order("b a c", "Joins", "Born", "Dies")

CASES = [
    # A person: names in any order, family name, initials, titles, aliases, scripts
    ("Joseph Stalin", STALIN, EXACT),
    ("Stalin", STALIN, EXACT),
    ("STALIN", STALIN, EXACT),
    ("  stalin  ", STALIN, EXACT),
    ("Stalin, Joseph", STALIN, EXACT),
    ("stalin joseph", STALIN, EXACT),
    ("“Stalin”.", STALIN, EXACT),
    ("Stalin?", STALIN, EXACT),
    ("Ｓｔａｌｉｎ", STALIN, EXACT),
    ("J. Stalin", STALIN, EXACT),
    ("J.V. Stalin", STALIN, EXACT),
    ("Stalin, J. V.", STALIN, EXACT),
    ("I. V. Stalin", STALIN, EXACT),
    ("Koba", STALIN, EXACT),
    ("Сталин", STALIN, EXACT),
    ("сталин иосиф", STALIN, EXACT),
    ("Comrade Stalin", STALIN, EXACT),
    ("General Secretary Stalin", STALIN, EXACT),
    ("by Stalin", STALIN, EXACT),
    ("Ksenofontov", KSENOFONTOV, EXACT),
    ("I. Ksenofontov", KSENOFONTOV, EXACT),
    ("Ivan Petrovich Pavlovich Ksenofontov", KSENOFONTOV, EXACT),
    ("Ivan Stalin Ksenofontov", KSENOFONTOV, WRONG),
    ("Tsar Alexander II", replace(STALIN, answer="Alexander II", accepted=()), EXACT),
    ("Fu", replace(STALIN, answer="Du Fu", accepted=()), EXACT),
    # Slips and romanisations
    ("Stalen", STALIN, CLOSE),
    ("Stalinn", STALIN, CLOSE),
    ("Satlin", STALIN, CLOSE),
    ("Jospeh Stalin", STALIN, CLOSE),
    ("Trotskiy", TROTSKY, CLOSE),
    ("Trotzky", TROTSKY, CLOSE),
    ("Trotskij", TROTSKY, CLOSE),
    ("Tortsky", TROTSKY, CLOSE),
    ("Ksenofontof", KSENOFONTOV, CLOSE),
    ("Ivan Xenofontov", KSENOFONTOV, CLOSE),
    ("Lenim", LENIN, CLOSE),
    # More names than were asked for, and the given name with another name
    ("Vladimir Ilyich Lenin", LENIN, EXACT),
    ("Vladimir I. Lenin", LENIN, EXACT),
    ("Lenin, Vladimir Ilyich", LENIN, EXACT),
    ("V. I. Lenin", LENIN, EXACT),
    ("W. I. Lenin", LENIN, EXACT),
    ("V. I. Ulyanov", LENIN, EXACT),
    ("Vladimir Ulyanov", LENIN, EXACT),
    ("Vladimir Ulyanov-Lenin", LENIN, EXACT),
    ("Lenin (Ulyanov)", LENIN, EXACT),
    ("V. Q. Lenin", LENIN, WRONG),
    ("Vladimir Q. Lenin", LENIN, WRONG),
    ("Vladimir Trotsky", LENIN, WRONG),
    ("Vladimir Trotsky Lenin", LENIN, WRONG),
    ("Vladimir 2 Lenin", LENIN, WRONG),
    ("Joseph Vissarionovich Stalin", STALIN, EXACT),
    ("Иосиф Виссарионович Сталин", STALIN, EXACT),
    ("И. В. Сталин", STALIN, EXACT),
    ("Joseph Koba", STALIN, EXACT),
    ("Stalin, J. Z.", STALIN, WRONG),
    ("Joseph of all the wide lands Stalin", STALIN, WRONG),
    ("Lev Davidovich Trotsky", TROTSKY, EXACT),
    ("Lev Bronstein", TROTSKY, EXACT),
    ("Joseph Trotsky", TROTSKY, WRONG),
    ("Yakov Grigoryevich Blumkin", BLUMKIN, EXACT),
    ("Yakov Blyumkin", BLUMKIN, EXACT),
    ("Derek J. de Solla Price", PRICE, EXACT),
    ("D. J. de Solla Price", PRICE, EXACT),
    ("Price", PRICE, EXACT),
    # Titles, and plain sentences around a name
    ("Captain Stalin", STALIN, EXACT),
    ("Commissar Joseph Stalin", STALIN, EXACT),
    ("It was Stalin", STALIN, EXACT),
    ("it was comrade Stalin", STALIN, EXACT),
    ("it was Stalen", STALIN, CLOSE),
    ("it was Lenin", STALIN, WRONG),
    ("it was", STALIN, WRONG),
    ("it wasn't Stalin", STALIN, WRONG),
    ("it was not Stalin", STALIN, WRONG),
    # The words of the prompt, doubt that is no other answer, and what describes a person
    ("Soviet leader Lenin", ILL, EXACT),
    ("the Soviet leader Lenin", ILL, EXACT),
    ("the Soviet leader Vladimir Lenin", ILL, EXACT),
    ("it was Lenin who lay very ill", ILL, EXACT),
    ("Lenin, the Soviet leader", ILL, EXACT),
    ("Lenin, of course", ILL, EXACT),
    ("probably Lenin", ILL, EXACT),
    ("I think Lenin", ILL, EXACT),
    ("I think it was Lenin", ILL, EXACT),
    ("Lenin, I think", ILL, EXACT),
    ("I guess it was Lenin", ILL, EXACT),
    ("I hate Lenin", ILL, WRONG),
    ("maybe Lenin", ILL, EXACT),
    ("perhaps Lenim", ILL, CLOSE),
    ("Soviet leader Stalin", ILL, WRONG),
    ("probably Stalin", ILL, WRONG),
    ("Soviet leader", ILL, WRONG),
    ("I. Trotsky", TROTSKY, WRONG),
    ("Vasily Stalin", FATHER, WRONG),
    ("Stalin, Vasily", FATHER, WRONG),
    ("spy Agabekov", SPY, EXACT),
    ("the spy Agabekov", SPY, EXACT),
    ("it was the spy Georges Agabekov", SPY, EXACT),
    ("brother Agabekov", SPY, WRONG),
    ("anti Agabekov", SPY, WRONG),
    ("stalin Agabekov", SPY, WRONG),
    ("Ignace Agabekov", SPY, WRONG),
    ("spy Blumkin", SPY, WRONG),
    ("Archimedes of Syracuse", ARCHIMEDES, EXACT),
    ("it was Archimedes of Syracuse", ARCHIMEDES, EXACT),
    ("Archimedes, the mathematician", ARCHIMEDES, EXACT),
    ("Archimedes, the famous Greek mathematician", ARCHIMEDES, EXACT),
    ("Archimedes, the rival of Euclid", ARCHIMEDES, WRONG),
    ("Archimedes, the younger", ARCHIMEDES, WRONG),
    ("Archimedes, the second", ARCHIMEDES, WRONG),
    ("Euclid of Alexandria", ARCHIMEDES, WRONG),
    ("Stalin, the Lenin of today", STALIN, WRONG),
    ("Dean Buckland", BUCKLAND, EXACT),
    ("the geologist Buckland", BUCKLAND, EXACT),
    ("Wm Buckland", BUCKLAND, EXACT),
    ("Wm. Buckland", BUCKLAND, EXACT),
    ("Buckland, Wm.", BUCKLAND, EXACT),
    ("Chas. Buckland", BUCKLAND, WRONG),
    ("Frank Buckland", BUCKLAND, WRONG),
    # Too far, or somebody else
    ("Lenin", STALIN, WRONG),
    ("Ленин", STALIN, WRONG),
    ("Stlaen", STALIN, WRONG),
    ("Stln", STALIN, WRONG),
    ("Stalingrad", STALIN, WRONG),
    ("Vasily Stalin", STALIN, WRONG),
    ("K. Stalin", STALIN, WRONG),
    ("Lev Stalin", STALIN, WRONG),
    ("Stalin or Lenin", STALIN, WRONG),
    ("Lenin or Stalin", STALIN, WRONG),
    ("Stalin/Lenin", STALIN, WRONG),
    ("Stalin, Lenin", STALIN, WRONG),
    ("Stalin and Lenin", STALIN, WRONG),
    ("not Stalin", STALIN, WRONG),
    ("Not Stalin!", STALIN, WRONG),
    ("anyone but Stalin", STALIN, WRONG),
    ("не Сталин", STALIN, WRONG),
    ("everybody", STALIN, WRONG),
    ("Stalin" * 20, STALIN, WRONG),
    # Less than was asked
    ("Joseph", STALIN, PARTIAL),
    ("Leon", TROTSKY, PARTIAL),
    ("Ivan", KSENOFONTOV, PARTIAL),
    ("Lachaise", PERE_LACHAISE, PARTIAL),
    ("", STALIN, INVALID),
    ("   ", STALIN, INVALID),
    ("...", STALIN, INVALID),
    ("😀", STALIN, INVALID),
    ("x" * (LONGEST_ANSWER + 1), STALIN, INVALID),
    # A place: small words, accents, what the question has said already
    ("Kyiv", KYIV, EXACT),
    ("Kiev", KYIV, EXACT),
    ("in Kyiv", KYIV, EXACT),
    ("Київ", KYIV, EXACT),
    ("Kyev", KYIV, WRONG),
    ("Kyiv banana", KYIV, WRONG),
    ("Moscow", KYIV, WRONG),
    ("pere lachaise", PERE_LACHAISE, EXACT),
    ("Père-Lachaise", PERE_LACHAISE, EXACT),
    ("the Pere Lachaise Cemetery", PERE_LACHAISE, EXACT),
    ("PereLachaise", PERE_LACHAISE, EXACT),
    ("Pere Lachasie", PERE_LACHAISE, CLOSE),
    ("the island of Büyükada", ISLAND, EXACT),
    ("Buyukada", ISLAND, EXACT),
    ("Buyukda", ISLAND, CLOSE),
    ("USSR", UNION, EXACT),
    ("U.S.S.R.", UNION, EXACT),
    ("USRR", UNION, WRONG),
    ("Soviet", UNION, PARTIAL),
    ("It was Kyiv", KYIV, EXACT),
    ("Kyiv, Ukraine", KYIV, PARTIAL),
    ("Kyiv in Ukraine", KYIV, PARTIAL),
    ("Kyiv, Moscow", KYIV, WRONG),
    ("Kyiv Moscow", KYIV, WRONG),
    ("Ukraine, Kyiv", KYIV, WRONG),
    ("Pere Lachaise, Paris", GRAVE, PARTIAL),
    ("Pere Lachaise in Paris", GRAVE, PARTIAL),
    ("Pere Lachaise Paris", GRAVE, PARTIAL),
    ("Lachaise in Paris", GRAVE, PARTIAL),
    ("Lachaise, Moscow", GRAVE, WRONG),
    ("Paris", GRAVE, WRONG),
    ("National Archaeological Museum, Athens", MUSEUM, PARTIAL),
    ("National Archaeological Museum in Athens", MUSEUM, PARTIAL),
    ("the National Archaeological Museum of Athens, Greece", MUSEUM, PARTIAL),
    ("Archaeological Museum", MUSEUM, PARTIAL),
    ("Archaeological Museum in Athens", MUSEUM, PARTIAL),
    ("National Archaeological Museum in Cairo", MUSEUM, WRONG),
    ("National Archaeological Museum, Naples", MUSEUM, WRONG),
    ("Archaeological Museum in Cairo", MUSEUM, WRONG),
    ("British Museum in Athens", MUSEUM, WRONG),
    ("Athens", MUSEUM, WRONG),
    ("Pere Lachaise, Moscow", GRAVE, WRONG),
    ("Stalin, Moscow", STALIN, WRONG),
    # Phrases, titles, numbers, acronyms
    ("university of kyiv", UNIVERSITY, EXACT),
    ("Kyiv University", UNIVERSITY, EXACT),
    ("The University of Kyiv", UNIVERSITY, EXACT),
    ("Univercity of Kyiv", UNIVERSITY, CLOSE),
    ("University", UNIVERSITY, PARTIAL),
    ("five year plan", PLAN, EXACT),
    ("the first 5-year plan", PLAN, EXACT),
    ("1st five-year plan", PLAN, EXACT),
    ("it was the first five-year plan", PLAN, EXACT),
    ("second five-year plan", PLAN, WRONG),
    ("first six-year plan", PLAN, WRONG),
    ("first five-year plans", PLAN, WRONG),
    ("he took notes", NOTES, EXACT),
    ("tok notes", NOTES, WRONG),
    ("sixteen", AGE, EXACT),
    ("16", AGE, EXACT),
    ("he was 16", AGE, EXACT),
    ("aged 16", AGE, EXACT),
    ("16 years", AGE, EXACT),
    ("He was sixteen years old", AGE, EXACT),
    ("at the age of 16", AGE, EXACT),
    ("about sixteen", AGE, EXACT),
    ("17", AGE, WRONG),
    ("61", AGE, WRONG),
    ("17 years", AGE, WRONG),
    ("16 days", AGE, WRONG),
    ("under 16", AGE, WRONG),
    ("over 16", AGE, WRONG),
    ("he was 17, nearly", AGE, WRONG),
    ("nearly three months", TIME, EXACT),
    ("just under three months", TIME, EXACT),
    ("3 months", TIME, EXACT),
    ("3 years", TIME, WRONG),
    ("nearly two months", TIME, WRONG),
    ("three", TIME, PARTIAL),
    ("it was Only Yesterday", YESTERDAY, WRONG),
    ("it was Yesterday", YESTERDAY, EXACT),
    ("twenty-third", BIRTHDAY, EXACT),
    ("23", BIRTHDAY, EXACT),
    ("twenty-second", BIRTHDAY, WRONG),
    ("twenty ten", phrase("30"), WRONG),
    ("memoirs of a secretary of stalin", BOOK, EXACT),
    ("Memoirs of the Secretary of Stalin's", BOOK, EXACT),
    ("Memoirs of a Secretray of Stalin", BOOK, CLOSE),
    ("Memoirs", BOOK, PARTIAL),
    ("cpsu", PARTY, EXACT),
    ("CSPU", PARTY, WRONG),
    ("RCP(b)", PARTY, EXACT),
    ("Communist Party", PARTY, PARTIAL),
    ("anti-communism", COMMUNISM, WRONG),
    ("communist", ANTI_COMMUNIST, WRONG),
    ("he was an anti-communist", ANTI_COMMUNIST, EXACT),
    ("comunism", COMMUNISM, CLOSE),
    ("毛泽东", CHINESE, EXACT),
    ("毛泽", CHINESE, PARTIAL),
    ("周恩来", CHINESE, WRONG),
    # Dates in every common form
    ("9 August 1923", DAY, EXACT),
    ("August 9, 1923", DAY, EXACT),
    ("aug 9th 1923", DAY, EXACT),
    ("1923-08-09", DAY, EXACT),
    ("9.8.1923", DAY, EXACT),
    ("09/08/1923", DAY, EXACT),
    ("08/09/1923", DAY, EXACT),
    ("9.8.23", DAY, EXACT),
    ("on 9 August 1923", DAY, EXACT),
    ("Thursday, 9 August 1923", DAY, EXACT),
    ("9 VIII 1923", DAY, EXACT),
    ("the 9th of August, 1923", DAY, EXACT),
    ("late August 1923", DAY, PARTIAL),
    ("early 1923", DAY, PARTIAL),
    ("August 1923", DAY, PARTIAL),
    ("1923", DAY, PARTIAL),
    ("1920s", DAY, PARTIAL),
    ("9 August", DAY, PARTIAL),
    ("August 9", DAY, PARTIAL),
    ("August 09", DAY, PARTIAL),
    ("08-09", DAY, PARTIAL),
    ("9/8", DAY, PARTIAL),
    ("8/9", DAY, PARTIAL),
    ("9.8.", DAY, PARTIAL),
    ("8 August", DAY, WRONG),
    ("08-10", DAY, WRONG),
    ("August 23", DAY, PARTIAL),
    ("August 24", DAY, WRONG),
    ("31/31", DAY, INVALID),
    ("8/9/23", DAY, EXACT),
    ("08/09/23", DAY, EXACT),
    ("8-9-23", DAY, EXACT),
    ("23-08-09", DAY, EXACT),
    ("10/8/23", DAY, WRONG),
    ("on the 9th of August, it was 1923", DAY, EXACT),
    ("before 9 August 1923", DAY, INVALID),
    ("October 26", OCTOBER, PARTIAL),
    ("10/26", OCTOBER, PARTIAL),
    ("10-26", OCTOBER, PARTIAL),
    ("26.10", OCTOBER, PARTIAL),
    ("26/10", OCTOBER, PARTIAL),
    ("October 23", OCTOBER, PARTIAL),
    ("October 27", OCTOBER, WRONG),
    ("October 27, 1923", OCTOBER, WRONG),
    ("10 August 1923", DAY, WRONG),
    ("9 August 1932", DAY, WRONG),
    ("1922", DAY, WRONG),
    ("1923 or 1924", DAY, WRONG),
    ("1923-1924", DAY, WRONG),
    ("30 February 1923", DAY, INVALID),
    ("1923-02-30", DAY, INVALID),
    ("31 June", DAY, INVALID),
    ("Stalin", DAY, INVALID),
    ("", DAY, INVALID),
    ("November", MONTH, INVALID),
    ("March", MONTH, INVALID),
    ("Nov 1920", MONTH, EXACT),
    ("11/1920", MONTH, EXACT),
    ("November 1920", MONTH, EXACT),
    ("November 20", MONTH, EXACT),
    ("it was in November 1920", MONTH, EXACT),
    ("7 November 1920", MONTH, CLOSE),
    ("1920", MONTH, PARTIAL),
    ("October 1920", MONTH, WRONG),
    ("end of November 1920", MONTH, INVALID),
    ("1928", YEAR, EXACT),
    ("in 1928", YEAR, EXACT),
    ("1 January 1928", YEAR, CLOSE),
    ("1923", YEAR, WRONG),
    ("1929", YEAR, WRONG),
    ("1920s", YEAR, PARTIAL),
    ("20th century", YEAR, PARTIAL),
    ("during 1928", YEAR, EXACT),
    ("early 1928", YEAR, EXACT),
    ("mid-1928", YEAR, EXACT),
    ("it was in late 1928", YEAR, EXACT),
    ("late 1927", YEAR, WRONG),
    ("28", YEAR, EXACT),
    ("from 1928", YEAR, EXACT),
    ("since 1928", YEAR, EXACT),
    ("from 1928 on", YEAR, EXACT),
    ("1928 onwards", YEAR, EXACT),
    ("end of 1928", YEAR, EXACT),
    ("at the end of 1928", YEAR, EXACT),
    ("in the middle of 1928", YEAR, EXACT),
    ("beginning of 1928", YEAR, EXACT),
    ("it was 1928", YEAR, EXACT),
    ("1928 or later", YEAR, WRONG),
    ("from 1929", YEAR, WRONG),
    ("after 1928", YEAR, INVALID),
    ("1923 to 1924", SPAN, EXACT),
    ("1923–1924", SPAN, EXACT),
    ("from 1923 to 1924", SPAN, EXACT),
    ("1923-24", SPAN, EXACT),
    ("1923", SPAN, PARTIAL),
    ("1922 to 1924", SPAN, WRONG),
    ("23-24", SPAN, EXACT),
    ("23–24", SPAN, EXACT),
    ("'23-24", SPAN, EXACT),
    ("'23–'24", SPAN, EXACT),
    ("’23 to ’24", SPAN, EXACT),
    ("from '23 to '24", SPAN, EXACT),
    ("1923-'24", SPAN, EXACT),
    ("in 23-24", SPAN, EXACT),
    ("23-24.", SPAN, EXACT),
    ("'22-24", SPAN, WRONG),
    ("'23-25", SPAN, WRONG),
    ("from August 1923 to 1924", SPAN, CLOSE),
    ("August 1923 to May 1924", SPAN, CLOSE),
    ("August 1922 to 1924", SPAN, WRONG),
    ("1920s", SPAN, PARTIAL),
    ("1923 to the 1920s", SPAN, PARTIAL),
    ("from 1923", SPAN, WRONG),
    ("1054-1056", COMET, PARTIAL),
    ("July 1054 to 1056", COMET, PARTIAL),
    ("1054-1057", COMET, WRONG),
    ("July 1054", COMET, PARTIAL),
    ("1920s", DECADE, EXACT),
    ("1925", DECADE, CLOSE),
    ("1930s", DECADE, WRONG),
    ("spring 1923", SPRING, EXACT),
    ("1923 spring", SPRING, EXACT),
    ("1923", SPRING, PARTIAL),
    ("April 1923", SPRING, CLOSE),
    ("9 April 1923", SPRING, CLOSE),
    ("June 1923", SPRING, WRONG),
    ("winter 1823", WINTER, EXACT),
    ("the winter of 1823", WINTER, EXACT),
    ("winter 1823/24", WINTER, EXACT),
    ("winter 1823-24", WINTER, EXACT),
    ("winter of 1823-1824", WINTER, EXACT),
    ("December 1823 to February 1824", WINTER, EXACT),
    ("1823", WINTER, PARTIAL),
    ("1820s", WINTER, PARTIAL),
    ("December 1823", WINTER, CLOSE),
    ("January 1824", WINTER, CLOSE),
    ("6 January 1823", WINTER, CLOSE),
    ("July 1823", WINTER, WRONG),
    ("1 July 1823", WINTER, WRONG),
    ("March 1824", WINTER, WRONG),
    ("1824", WINTER, WRONG),
    ("winter 1824/25", WINTER, WRONG),
    ("1823 to 1824", WINTER, WRONG),
    ("winter 1923", DAY, WRONG),
    ("from 1930", OPEN, EXACT),
    ("1930", OPEN, EXACT),
    ("1930 onwards", OPEN, EXACT),
    ("1931", OPEN, WRONG),
    ("15 March 45 BC", BC, EXACT),
    ("45 BC", BC, PARTIAL),
    ("15 March 44 BC", BC, WRONG),
    # Options: a letter, a number, the words
    ("b", CITY, EXACT),
    ("B)", CITY, EXACT),
    ("(b)", CITY, EXACT),
    ("2", CITY, EXACT),
    ("kyiv", CITY, EXACT),
    ("Kiev", CITY, EXACT),
    ("b) Kyiv", CITY, EXACT),
    ("a", CITY, WRONG),
    ("3", CITY, WRONG),
    ("Odessa", CITY, WRONG),
    ("a or b", CITY, WRONG),
    ("not a", CITY, WRONG),
    ("d", CITY, INVALID),
    ("4", CITY, INVALID),
    ("0", CITY, INVALID),
    ("a) Kyiv", CITY, INVALID),
    ("Paris", CITY, INVALID),
    ("", CITY, INVALID),
    # The words of any option, right or wrong
    ("Joseph Stalin", CHIEF, EXACT),
    ("Stalin", CHIEF, EXACT),
    ("J. Stalin", CHIEF, EXACT),
    ("Koba", CHIEF, EXACT),
    ("Stalen", CHIEF, CLOSE),
    ("it was Stalin", CHIEF, EXACT),
    ("c", CHIEF, EXACT),
    ("c) Stalin", CHIEF, EXACT),
    ("c) Lenin", CHIEF, INVALID),
    ("C. Ptolemy", ASTRONOMER, EXACT),
    ("b) Ptolemy", ASTRONOMER, EXACT),
    ("c) Thales", ASTRONOMER, WRONG),
    ("a) Ptolemy", ASTRONOMER, INVALID),
    ("Soviet leader Stalin", replace(CHIEF, prompt="Which Soviet leader was it?"), EXACT),
    ("Soviet leader Lenin", replace(CHIEF, prompt="Which Soviet leader was it?"), WRONG),
    ("probably Stalin", CHIEF, EXACT),
    ("the tyrant Stalin", CHIEF, EXACT),
    ("Stalin, the tyrant", CHIEF, EXACT),
    ("Stalin, the pupil of Lenin", CHIEF, INVALID),
    ("Dean Buckland", GEOLOGIST, EXACT),
    ("the geologist Buckland", GEOLOGIST, EXACT),
    ("Wm Buckland", GEOLOGIST, EXACT),
    ("the collector Anning", GEOLOGIST, WRONG),
    ("Frank Buckland", GEOLOGIST, INVALID),
    ("Trotsky", CHIEF, WRONG),
    ("it was Trotsky", CHIEF, WRONG),
    ("Bronstein", CHIEF, WRONG),
    ("L. Trotsky", CHIEF, WRONG),
    ("Lev Davidovich Trotsky", CHIEF, WRONG),
    ("Trotskyy", CHIEF, WRONG),
    ("a) Trotsky", CHIEF, WRONG),
    ("option a", CHIEF, WRONG),
    ("Lenin or Stalin", CHIEF, WRONG),
    ("Lenin, Stalin", CHIEF, INVALID),
    ("Vladimir Stalin Lenin", CHIEF, INVALID),
    ("K. Stalin", CHIEF, INVALID),
    ("Zinoviev", CHIEF, INVALID),
    ("e", CHIEF, INVALID),
    ("9.8.1900", BIRTH, EXACT),
    ("9 Aug 1900", BIRTH, EXACT),
    ("August 9 1900", BIRTH, EXACT),
    ("9/8/00", BIRTH, EXACT),
    ("9 August", BIRTH, INVALID),
    ("19.8.1900", BIRTH, WRONG),
    ("August 19", BIRTH, WRONG),
    ("1923-08-09", BIRTH, WRONG),
    ("1900", BIRTH, INVALID),
    ("9 May 1900", BIRTH, INVALID),
    ("30 February 1900", BIRTH, INVALID),
    ("Mar 1917", BEGINNING, EXACT),
    ("03/1917", BEGINNING, EXACT),
    ("March 17", BEGINNING, EXACT),
    ("Jun 1911", BEGINNING, WRONG),
    ("1917", BEGINNING, EXACT),
    ("March", BEGINNING, EXACT),
    ("mar", BEGINNING, EXACT),
    ("in June", BEGINNING, INVALID),
    ("1911", BEGINNING, WRONG),
    ("1910s", BEGINNING, INVALID),
    ("1930s", BEGINNING, WRONG),
    ("1918", BEGINNING, INVALID),
    ("in", BEGINNING, INVALID),
    ("January", NEW_YEAR, EXACT),
    ("January 1", NEW_YEAR, EXACT),
    ("Jan", NEW_YEAR, EXACT),
    ("jan 1", NEW_YEAR, EXACT),
    ("1 jan", NEW_YEAR, EXACT),
    ("1/1", NEW_YEAR, EXACT),
    ("1928", NEW_YEAR, EXACT),
    ("in 1928", NEW_YEAR, EXACT),
    ("Jan 1928", NEW_YEAR, EXACT),
    ("9 August", NEW_YEAR, WRONG),
    ("Aug", NEW_YEAR, WRONG),
    ("1923", NEW_YEAR, WRONG),
    ("Jan 2", NEW_YEAR, INVALID),
    ("1920s", NEW_YEAR, INVALID),
    ("Jan 1929", NEW_YEAR, INVALID),
    ("Born", FIRST, EXACT),
    ("dies", FIRST, WRONG),
    ("in", FIRST, INVALID),
    ("c", FIRST, INVALID),
    ("4", AGES, EXACT),
    ("7", AGES, WRONG),
    ("c", AGES, EXACT),
    ("4", DISTRICT, EXACT),
    ("fourth", DISTRICT, EXACT),
    ("d", DISTRICT, EXACT),
    ("f", TRUTH, EXACT),
    ("False", TRUTH, EXACT),
    ("no", TRUTH, EXACT),
    ("b", TRUTH, EXACT),
    ("2", TRUTH, EXACT),
    ("true", TRUTH, WRONG),
    ("y", TRUTH, WRONG),
    ("a", TRUTH, WRONG),
    ("Li", POET, EXACT),
    ("perhaps", TRUTH, INVALID),
    *(
        (typed, TRUTH, EXACT)
        for typed in (
            "not true",
            "it is not true",
            "it's not true",
            "it isn't true",
            "No, false",
            "not correct",
            "it is false",
            "untrue",
            "Untrue!",
            "nope",
            "the answer is false",
            "no, that is not true",
        )
    ),
    *((typed, TRUTH, WRONG) for typed in ("not false", "yes, true", "it's true", "not untrue")),
    *(
        (typed, TRUTH, INVALID)
        for typed in (
            "yes, false",
            "not",
            "true or false",
            "not not true",
            "c",
            "0",
            "",
            "it is",
            "true not",
        )
    ),
    ("b", FIRST, EXACT),
    ("born in kyiv", FIRST, EXACT),
    ("Dies in Paris", FIRST, WRONG),
    # Order
    ("b a c", ORDER, EXACT),
    ("bac", ORDER, EXACT),
    ("B, A, C", ORDER, EXACT),
    ("2 1 3", ORDER, EXACT),
    ("213", ORDER, EXACT),
    ("b > a > c", ORDER, EXACT),
    ("c a b", ORDER, WRONG),
    ("a b c", ORDER, WRONG),
    ("b a", ORDER, INVALID),
    ("b a c a", ORDER, INVALID),
    ("b a d", ORDER, INVALID),
    ("x a c", ORDER, INVALID),
    ("", ORDER, INVALID),
    ("born, joins, dies", ORDER, INVALID),
]


@pytest.mark.parametrize(("typed", "question", "verdict"), CASES)
def test_an_answer_gets_the_verdict_that_a_fair_teacher_gives(
    typed: str, question: Question, verdict: Verdict
) -> None:
    judgement = judge(question, typed)
    assert judgement.verdict is verdict, judgement


@pytest.mark.parametrize(
    ("typed", "question", "reason"),
    [
        ("Trotzky", TROTSKY, "spelt Trotsky"),
        ("Juri", phrase("Yuri"), "spelt Yuri"),
        ("Yan", phrase("Jan"), ""),
        ("Tschaikowski", COMPOSER, "spelt Tchaikovsky"),
        ("Montenegroo", phrase("Montenegra", "Montenegro"), "spelt Montenegro"),
        ("Martine", phrase("Martino", "Martina"), "spelt Martino"),
        ("Martine", MARTINA, "that is as near to Martins as to Martina"),
        ("Vladimir Ulyanow", LENIN, "spelt Vladimir Ulyanov"),
        ("Leon Trotsky", LENIN, "that is Leon Trotsky"),
        ("Trotsky", SISTER, "more than one person bears that name, so say which"),
        ("Kyiv and Moscow", KYIV, "give one answer"),
        ("Kyiv Ukraine", replace(KYIV, within=("Ukraine",)), "give the name alone"),
        ("Vladimir Ilyich Lenin", LENIN, ""),
        ("V. I. Lenin", LENIN, ""),
        ("Vladimir Ulyanov", LENIN, "accepted as Vladimir Lenin"),
        ("Ivan Ksenofontov and Stalin", KSENOFONTOV, "give one answer"),
        ("Leon", TROTSKY, "that is only a part of the answer"),
        ("National Archaeological Museum, Athens", MUSEUM, "give the name alone"),
        ("Archaeological Museum in Athens", MUSEUM, "that is only a part of the answer"),
        ("Kyiv, Ukraine", KYIV, "give the name alone"),
        ("Koba", STALIN, "accepted as Joseph Stalin"),
        ("Lenin", STALIN, "that is Lenin"),
        ("Stalin or Lenin", STALIN, "give one answer"),
        ("Aug 9 1923", DAY, "read as 9 August 1923"),
        ("Stalin", DAY, "that is no date, so write a day, as 14 July 1789"),
        ("Stalin", MONTH, "that is no date, so write a month and a year, as July 1789"),
        ("Stalin", WINTER, "that is no date, so write a season and a year, as summer 1789"),
        ("Stalin", YEAR, "that is no date, so write a year, as 1789"),
        ("Stalin", OPEN, "that is no date, so write a year, as 1789"),
        ("Stalin", DECADE, "that is no date, so write a decade, as the 1780s"),
        ("Stalin", SPAN, "that is no date, so write from when to when, as 1789 to 1799"),
        ("Stalin", dated("1789"), "that is no date, so write a year, as 1492"),
        ("Stalin", dated("1789-07-14"), "that is no date, so write a day, as 12 October 1492"),
        (
            "Stalin",
            dated("1750/1800"),
            "that is no date, so write from when to when, as 1492 to 1504",
        ),
        (
            "Stalin",
            dated("1054-07"),
            "that is no date, so write a month and a year, as October 1492",
        ),
        ("Stalin", dated("../1500"), "that is no date, so write a year, as 1789"),
        ("in", YEAR, "that is no date, so write a year, as 1789"),
        ("November", MONTH, "the year is missing, so write a month and a year, as July 1789"),
        ("March", MONTH, "the year is missing, so write a month and a year, as July 1789"),
        ("August", DAY, "the year is missing, so write a day, as 14 July 1789"),
        ("winter", WINTER, "the year is missing, so write a season and a year, as summer 1789"),
        ("1923", DAY, "1923 is right, but say which day"),
        ("9 August", DAY, "say of which year"),
        ("10 August", DAY, "the month is right"),
        ("10 August 1923", DAY, "the month is right"),
        ("9 July 1923", DAY, "the year is right"),
        ("7/10/23", DAY, "read as 7 October 1923, but the year is right"),
        ("10 July", DAY, ""),
        ("9 August 1924", DAY, ""),
        ("February 1920", MONTH, "the year is right"),
        ("1923-1924", DAY, "read as 1923 to 1924"),
        ("0 August 1923", DAY, "there is no day 0"),
        ("autumn 1923", SPRING, "the year is right"),
        ("since 1923", SPAN, "read as from 1923"),
        ("8 November 1920", MONTH, "the month is right"),
        ("from 1928", YEAR, "read as 1928"),
        ("1923", SPAN, "that is one end of it, so say from when to when"),
        ("December 1823", WINTER, "the season is right"),
        ("winter 1823/24", WINTER, "read as December 1823 to February 1824"),
        ("1823", WINTER, "1823 is right, but say which season"),
        ("1925", DECADE, "the decade is right"),
        ("'22-24", SPAN, "read as 1922 to 1924"),
        ("1920-1930s", SPAN, "read as 1920 to the 1930s"),
        ("August 1923 to 1924", SPAN, "accepted as 1923 to 1924"),
        ("1054-1056", COMET, "1054 to 1056 is right, but say it more exactly"),
        ("1924-1923", SPAN, "that ends before it begins"),
        ("30 February 1923", DAY, "February 1923 has 28 days"),
        ("31 June", DAY, "no year has such a day"),
        ("Lenin", CHIEF, "read as Vladimir Lenin"),
        ("Bronstein", CHIEF, "read as Leon Trotsky"),
        ("Vladimir Lenin", CHIEF, ""),
        ("b", CHIEF, ""),
        ("Stalen", CHIEF, "spelt Joseph Stalin"),
        ("x", FIRST, "choose a or b"),
        ("perhaps", TRUTH, "type t or f"),
        ("c a b", ORDER, "that is the latest first"),
        ("a b c", ORDER, ""),
        ("Du", POET, "read as Du Fu"),
        ("Xu", replace(STALIN, answer="Cao Zhi", accepted=("Xu",)), "accepted as Cao Zhi"),
        ("...", STALIN, "there is nothing to read in that"),
        ("x" * LONGEST_ANSWER, STALIN, ""),
        ("x" * (LONGEST_ANSWER + 1), STALIN, "that is longer than any answer"),
        ("Odessa", CITY, "read as Odesa"),
        ("d", CITY, "choose a to c"),
        ("b a", ORDER, "name each letter once, as in a b c"),
    ],
)
def test_a_verdict_says_why(typed: str, question: Question, reason: str) -> None:
    assert judge(question, typed).reason == reason


def test_a_plain_answer_needs_no_reason() -> None:
    assert not judge(STALIN, "Stalin").reason
    assert not judge(DAY, "9 August 1923").reason


def test_a_slip_that_is_as_near_to_another_name_is_wrong() -> None:
    assert judge(phrase("Martina"), "Martine").verdict is CLOSE
    assert judge(MARTINA, "Martine").verdict is WRONG


def test_a_family_name_that_two_people_bear_is_not_enough() -> None:
    assert judge(SISTER, "Trotsky").verdict is PARTIAL
    assert judge(SISTER, "Leon Trotsky").verdict is EXACT


@pytest.mark.parametrize(
    "name", ["Catherine the Great", "Henry of Navarre", "Alexander II", "Louis 14", "Malcolm B"]
)
def test_the_last_word_of_a_name_that_is_no_family_name_is_not_enough(name: str) -> None:
    question = replace(STALIN, answer=name, accepted=(name,))
    assert judge(question, name.rpartition(" ")[2]).verdict is not EXACT
    assert judge(question, name).verdict is EXACT


ALL = list({id(question): question for _, question, _ in CASES}.values())


@given(st.sampled_from(ALL), st.text())
@example(STALIN, "\x00")
@example(DAY, "\ud800")
@example(CITY, "(" * 400)
@example(ORDER, "²³¹")
@example(AGES, "١")
@example(DAY, "9.8.0")
def test_nothing_that_can_be_typed_makes_the_grader_fail(question: Question, typed: str) -> None:
    assert judge(question, typed).verdict in Verdict


@given(st.sampled_from(ALL), st.data())
def test_every_accepted_spelling_is_right_in_any_letter_case(
    question: Question, data: st.DataObject
) -> None:
    spelling = data.draw(st.sampled_from((question.answer, *question.accepted)))
    change = data.draw(st.sampled_from([str.lower, str.upper, str.title, " {} ".format]))
    assert judge(question, change(spelling)).verdict.is_right


@given(st.sampled_from([STALIN, TROTSKY, LENIN, KYIV, UNION, ISLAND]), st.data())
def test_no_name_of_another_is_ever_right(question: Question, data: st.DataObject) -> None:
    assert not judge(question, data.draw(st.sampled_from(question.rivals))).verdict.is_right


@given(st.sampled_from([AGE, BIRTHDAY, DAY, MONTH, YEAR]), st.integers(1, 2100))
def test_no_other_number_is_ever_close(question: Question, number: int) -> None:
    verdict = judge(question, str(number)).verdict
    assert verdict is not CLOSE
    if verdict is EXACT:
        assert str(number) in (question.answer, *question.accepted, "28")
