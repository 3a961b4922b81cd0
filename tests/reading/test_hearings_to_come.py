"""Hearings that are to come, put off, sent back or told of without a result: wordings, one comment a case."""

from __future__ import annotations

import pytest
from one_subject import read_one, told

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.prepared import prepare

DAY = "2021-11-26"
PENDING = {"finding": "pending", "outcome": "pending"}
CASES = [
    # what the chair will do
    (
        "Chief Constable Ann Lee will chair the misconduct hearing of PC Dana Holt. It is to be held at Kendal in March 2022.",
        {"kind": "misconduct_hearing", "date": "2022-03", **PENDING},
    ),
    # begun, stopped, and to go on: the day on which it goes on
    (
        "The misconduct hearing of PC Dana Holt was halted on Tuesday. It will resume on 6 December 2021.",
        {"kind": "misconduct_hearing", "date": "2021-12-06", **PENDING},
    ),
    # put off: the new day, told in the sentence after
    (
        "PC Dana Holt was due in front of a misconduct panel on 22 November. It was put off to 14 December 2021.",
        {"kind": "misconduct_hearing", "date": "2021-12-14", **PENDING},
    ),
    # no date yet
    (
        "No date has been fixed for a misconduct hearing for PC Dana Holt.",
        {"kind": "misconduct_hearing", **PENDING},
    ),
    # listed, as reported afterwards
    (
        "The constabulary said a fast-track misconduct hearing for PC Dana Holt had been listed for 7 December.",
        {"kind": "special_case_hearing", "date": "2021-12-07", **PENDING},
    ),
    # papers served, a day pencilled in
    (
        "Papers have been served on PC Dana Holt for an accelerated hearing, provisionally fixed for 9 December.",
        {"kind": "accelerated_hearing", "date": "2021-12-09", **PENDING},
    ),
    # what will decide
    (
        "The future of PC Dana Holt will be decided by a disciplinary panel.",
        {"kind": "misconduct_hearing", **PENDING},
    ),
    # the panel sits
    (
        "PC Dana Holt is now awaiting her fate before a misconduct panel, which sits on 1 December.",
        {"kind": "misconduct_hearing", "date": "2021-12-01", **PENDING},
    ),
    # what may come of it
    (
        "PC Dana Holt will be required to attend an accelerated misconduct hearing where she could be dismissed.",
        {"kind": "accelerated_hearing", **PENDING},
    ),
    # no form told
    (
        "Disciplinary proceedings against PC Dana Holt are still pending.",
        {"kind": "not_stated", **PENDING},
    ),
    (
        "PC Dana Holt will now be dealt with under the police conduct regulations.",
        {"kind": "not_stated", **PENDING},
    ),
    # booked, and never held
    (
        "A hearing for PC Dana Holt, booked for last week, was to have been held in Kendal.",
        {},
    ),
    # in its second day
    (
        "The misconduct hearing of PC Dana Holt, which is in its second day, has been told that she lied.",
        {"kind": "misconduct_hearing", **PENDING},
    ),
    # the day of a decision in the sentence after it
    (
        "PC Dana Holt was dismissed without notice by a misconduct panel. That was on 3 March 2020.",
        {"kind": "misconduct_hearing", "date": "2020-03-03", "outcome": "dismissed_without_notice"},
    ),
    # a hearing with no result told is still a hearing, with its day
    (
        "A misconduct hearing for PC Dana Holt took place on 3 March 2020. She had gone to the seaside.",
        {"kind": "misconduct_hearing", "date": "2020-03-03"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_proceeding(text: str, expected: dict[str, object]) -> None:
    found = told(read_one(text, published=DAY))
    assert {k: found.get(k) for k in expected} == expected
    assert set(found) - set(expected) <= {"chair", "chair_role", "venue"}


def test_a_case_sent_back_is_pending_again() -> None:
    draft = read_one(
        "The Police Appeals Tribunal set aside the decision to dismiss PC Dana Holt and remitted the case to a fresh misconduct hearing, to begin on 8 July 2024."
    )
    assert told(draft) == {"kind": "misconduct_hearing", "date": "2024-07-08", **PENDING}
    assert draft.appeal is not None
    assert (draft.appeal.kind.value, draft.appeal.result.value) == ("tribunal", "allowed")


def test_a_bare_panel_beside_a_court_is_no_misconduct_hearing() -> None:
    text = "PC Dana Holt, of Kent Police, was jailed for two years for theft at Leeds Crown Court. The panel of seven women and five men took an hour."
    (subject,) = read(Document("x", text)).subjects
    assert subject.proceeding is None


CHAIRS = [
    # a chief officer named straight after an accelerated or special case hearing sat at it
    ("At an accelerated misconduct hearing Chief Constable Ann Lee told PC Dana Holt she would be dismissed.", "Ann Lee"),
    ("PC Dana Holt is to appear before a fast-track hearing, where Chief Constable Ann Lee will decide her future.", "Ann Lee"),
    # ... but not one who only speaks of it
    ("PC Dana Holt was sacked after an accelerated hearing. Chief Constable Ann Lee said she was saddened.", None),
    # under whom, or by whom, the panel sat
    ("A misconduct panel sat at Whiteley under Assistant Chief Constable Ann Lee and dismissed PC Dana Holt.", "Ann Lee"),
    ("PC Dana Holt got a written warning at a misconduct meeting on 14 January, taken by Superintendent Ann Lee.", "Ann Lee"),
    # who speaks for somebody does not sit
    ("A misconduct panel was told by her barrister, Ann Lee, that PC Dana Holt was sorry. It dismissed her.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), CHAIRS)
def test_chair(text: str, name: str | None) -> None:
    assert told(read_one(text, published=DAY)).get("chair") == name


@pytest.mark.parametrize("word", ["sat", "said", "sacked her", "saw", "seemed sure"])
def test_a_hearing_before_a_word_that_begins_with_s_is_one(word: str) -> None:
    """The optional "s" of a cue is not the first letter of the next word."""
    draft = read_one(
        f"PC Dana Holt wept. A misconduct panel {word} on 3 March 2020 and gave her a written warning."
    )
    assert told(draft)["kind"] == "misconduct_hearing"
    assert prepare("A misconduct panel " + word).scan.of("proceeding")


KINDS = [
    # advice told further on, of the page's one officer and one meeting
    ("PC Dana Holt's misconduct meeting was told that she took a sandwich. She was hungry. The shop has its money. She has management advice.", "misconduct_meeting"),
    # a meeting that was agreed, and what came of it
    ("The force agreed to hold a misconduct meeting for PC Dana Holt. She received management advice.", "misconduct_meeting"),
    # ... but not one given up
    ("The force was to hold a misconduct meeting for PC Dana Holt. However, this was changed to management advice.", "not_stated"),
    # only a misconduct hearing has a legally qualified chair
    ("PC Dana Holt was given a final written warning by Ann Lee, the legally qualified chair.", "misconduct_hearing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    assert told(read_one(text, published=DAY))["kind"] == kind


def test_a_hearing_is_no_meeting_though_another_had_one() -> None:
    text = "PC Amy Lee, of Kent Police, got a written warning at a misconduct meeting in May.\n\nPC Dana Holt, of Kent Police, was dismissed. Holt's hearing, chaired by Mr Neil Cade, found gross misconduct."
    found = {s.name: s.proceeding.kind for s in read(Document("x", text)).subjects if s.proceeding}
    assert found == {"Amy Lee": "misconduct_meeting", "Dana Holt": "misconduct_hearing"}


def test_a_hearing_of_two_officers_is_that_of_those_named_next() -> None:
    text = (
        "PC Amy Lee of Kent Police was dismissed for theft by a misconduct panel chaired by Esme Vale.\n\n"
        "Two West Midlands officers face a misconduct hearing on 23 May 2022 over a chase. PC Ivor Dench is accused of a breach of duties and responsibilities, and Sgt Zena Cole of that and of honesty and integrity."
    )
    found = {s.name: s.proceeding for s in read(Document("x", text)).subjects}
    plain = {name: (p.date, p.outcome, p.chair) for name, p in found.items() if p is not None}
    coming = ("2022-05-23", "pending", None)
    assert plain == {"Amy Lee": (None, "dismissed", "Esme Vale"), "Ivor Dench": coming, "Zena Cole": coming}


def test_a_tribunal_that_gives_a_job_back_hears_appeals() -> None:
    draft = read_one(
        "A special case hearing dismissed PC Dana Holt in 2011. On 18 March 2013 the tribunal rescinded it. She is reinstated."
    )
    assert draft.appeal is not None
    assert told(draft) == {"kind": "appeal_tribunal", "date": "2013-03-18", "outcome": "reinstated"}
