"""Oversight reports in plainer words: groups counted off, people brought in by their deed, what only seems a verdict."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = "Arrest of a man in Selsea - Sussex Police, May 2018\n\n"
OURS = "We carried out an independent investigation.\n"
MEETING, HEARING, NONE = "misconduct_meeting", "misconduct_hearing", "not_stated"


def _subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", HEAD + OURS + text)).to_dict()["subjects"]
    return found


def _told(text: str) -> list[tuple[Any, ...]]:
    """Rank, proceeding, finding and outcome of each subject."""
    out = []
    for s in _subjects(text):
        p = s["proceeding"] or {}
        out.append((s["rank"], p.get("kind"), p.get("finding"), p.get("outcome")))
    return out


def _crimes(text: str) -> list[list[tuple[str, str]]]:
    return [[(o["offence"], o["stage"]) for o in s["offences"]] for s in _subjects(text)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # the other two, of whom no number was told before
        ("An officer pushed the man. We found that the first officer had a case to answer for gross misconduct, and that "
         "the other two had a case to answer for misconduct.\nIn May 2019 a misconduct hearing gave the first officer a final "
         "written warning. It found nothing proved against the two others.",
         [(None, HEARING, None, "final_written_warning"), (None, HEARING, "not_proven", None),
          (None, HEARING, "not_proven", None)]),
        # "the other two parts" are no officers
        ("The constable had a case to answer for misconduct over his language and no case to answer in respect of the other "
         "two parts of the complaint. The constable received management advice.",
         [("police_constable", NONE, None, "management_advice")]),
        # a group of six, told of in pairs: whose end is told gives way to those who wait for theirs
        ("Six constables shared pictures. All six were served with notices.\nWe found that four of them had a case to answer "
         "for gross misconduct and that the two others had a case to answer for misconduct.\nTwo of the four resigned. At a "
         "misconduct hearing in June 2019 the remaining two were dismissed without notice. The panel said that the two who had "
         "left would have been dismissed.\nThe other two constables were given written warnings after misconduct meetings.",
         [("police_constable", HEARING, None, "would_have_been_dismissed")] * 2
         + [("police_constable", HEARING, None, "dismissed_without_notice")] * 2
         + [("police_constable", MEETING, None, "written_warning")] * 2),
        # one of a number of officers and staff may be a call taker
        ("We interviewed six officers and members of staff under caution. A call taker and a patrol officer both had a case "
         "to answer for misconduct. The patrol officer attended a misconduct meeting and was given a written warning. The call "
         "taker received management action.",
         [("police_staff", NONE, None, "management_advice"), (None, MEETING, None, "written_warning")]),
        # both are those told of in the sentence before, not the two of the sentence before that
        ("We identified failings by two detectives. A detective sergeant had lost the file, and a detective constable had not "
         "looked for it. Both were found to have a case to answer for misconduct.\nThe detective sergeant received a written "
         "warning at a misconduct meeting. The detective constable was given management action.",
         [("detective_sergeant", MEETING, None, "written_warning"),
          ("detective_constable", NONE, None, "management_advice")]),
        # the pair are those just told of, one of them by whose superior he is
        ("The operator who took the call had closed the log. Her supervisor had not noticed. Notices of investigation were "
         "served on the pair.\nThe operator's mistake amounted neither to misconduct nor to unsatisfactory performance. As for "
         "the supervisor, we recommended management action, and the force took it.",
         [("police_staff", NONE, "no_case", None), (None, NONE, None, "management_advice")]),
        # an allegation to answer, and a meeting for those who have it to answer
        ("We found that the custody sergeant, and two constables, should answer an allegation of misconduct. The force held a "
         "meeting for the three officers in May 2019. It was found that the sergeant's conduct amounted to misconduct and he "
         "received management advice. The case against the two constables was not proved.",
         [("sergeant", MEETING, "misconduct", "management_advice"), ("police_constable", MEETING, "not_proven", None),
          ("police_constable", MEETING, "not_proven", None)]),
        # both officers are the two with a case to answer, not the one of whom nothing was found
        ("We found an indication of misconduct for the two officers and the inspector. One officer had a case to answer for "
         "misconduct and the inspector had a case to answer for gross misconduct.\nThe force said that both officers should be "
         "dealt with under the unsatisfactory performance procedures. The inspector received a written warning at a misconduct "
         "meeting.",
         [(None, NONE, None, "other"), ("inspector", MEETING, None, "written_warning")]),
    ],
)  # fmt: skip
def test_groups(words: str, expected: list[tuple[Any, ...]]) -> None:
    assert _told(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a notice at the level of gross misconduct is no finding of it
        ("The officer was told that he was being investigated at the level of gross misconduct. He had a case to answer for "
         "misconduct. At a misconduct meeting the allegation was upheld and he was given a written warning.",
         [(None, MEETING, None, "written_warning")]),
        # ... but "without notice" is how he was dismissed
        ("The officer had a case to answer. At a misconduct hearing in June 2019 he was dismissed without notice for gross "
         "misconduct.", [(None, HEARING, "gross_misconduct", "dismissed_without_notice")]),
        # a panel could decide so: a case to answer, until the force persuades the body that it is none
        ("The officer was not trained to pursue. In our view a panel could decide that she had committed misconduct. The force "
         "did not agree and argued that this was a matter of performance. We accepted this. The officer has been placed on an "
         "action plan.", [(None, NONE, "no_case", "other")]),
        # a case to answer that needs no panel is not rejected
        ("We found that the officer may have a case to answer for misconduct for his language. We considered that this did not "
         "justify formal misconduct proceedings, but should be dealt with via management action. The force agreed that the "
         "officer would receive management action.", [(None, NONE, None, "management_advice")]),
        ("We served the officer with a notice. We found that his conduct did not justify misconduct proceedings.",
         [(None, NONE, "no_case", None)]),
        # the misconduct panel of a meeting
        ("The officer had a case to answer for misconduct. A misconduct meeting was held in May 2019. The misconduct panel gave "
         "the officer a written warning.", [(None, MEETING, None, "written_warning")]),
        # a plan that nobody made
        ("The constable had a case to answer for misconduct. The force considered an action plan for the constable but did "
         "not implement one. The constable received management action.",
         [("police_constable", NONE, None, "management_advice")]),
        # what proved fatal proves nothing against the driver
        ("Had the police driver known of the call, the crash may not have proved fatal. There was an indication that a call "
         "handler may not have complied with policy. The call handler received management action.",
         [("police_staff", NONE, None, "management_advice")]),
    ],
)  # fmt: skip
def test_verdicts(words: str, expected: list[tuple[Any, ...]]) -> None:
    assert _told(words) == expected


def test_standards_of_a_notice_are_alleged() -> None:
    text = (
        "We told the officer that she was under investigation for possible breaches of the standards of confidentiality. She "
        "had no case to answer."
    )
    assert _subjects(text)[0]["proceeding"]["standards"] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a charge told before anybody had been brought in
        ("The driver of the van was interviewed. We sent a file to the Crown Prosecution Service, which authorised a charge of "
         "careless driving. In July 2019, after a trial at Lewes Crown Court, the officer was cleared by the jury. The officer "
         "was given words of advice.", [[("careless_driving", "acquitted")]]),
        # not enough evidence to prosecute: of whom it says so
        ("We found that the first officer had a case to answer for gross misconduct and that the second officer had none. The "
         "CPS decided that there was not enough evidence to prosecute the first officer for common assault.",
         [[("common_assault", "discontinued")], []]),
        # the man's crime is not the officer's
        ("The officer had a case to answer for misconduct over the arrest of a man, who was later charged with theft and "
         "convicted. The officer received management action.", [[]]),
    ],
)  # fmt: skip
def test_crimes(words: str, expected: list[list[tuple[str, str]]]) -> None:
    assert _crimes(words) == expected


def test_a_prosecutors_lack_of_evidence_clears_nobody_of_misconduct() -> None:
    text = (
        "The officer who made the arrest was interviewed under criminal caution. The CPS decided that there was insufficient "
        "evidence to charge the officer with any offence. The officer received a final written warning at a misconduct hearing."
    )
    assert _told(text) == [(None, HEARING, None, "final_written_warning")]


@pytest.mark.parametrize(
    ("words", "former", "resigned"),
    [
        ("We interviewed the officer and the nurse under caution. The nurse resigned before any misconduct proceedings could be "
         "brought. No further action was taken against the officer.", None, None),
        ("The officer was told that the man had left the hospital. The officer had no case to answer.", None, None),
        ("The officer had a case to answer for misconduct. He had left the force by then.", True, None),
        ("The officer had a case to answer for misconduct. He resigned before any misconduct proceedings could be brought.",
         True, "resigned"),
    ],
)  # fmt: skip
def test_who_left(words: str, former: bool | None, resigned: str | None) -> None:
    found = _subjects(words)
    assert [(s["former"], s["resigned"]) for s in found] == [(former, resigned)]


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("The professional standards department began an investigation, which we managed.", "managed"),
        ("In March 2018, following a local investigation, Sussex Police referred this to us. The officer was interviewed.", "independent"),
        ("Sussex Police referred this to us and we returned it for a local investigation by its professional standards department.",
         "local"),
    ],
)  # fmt: skip
def test_mode(words: str, mode: str) -> None:
    text = HEAD + words + " The constable had a case to answer for misconduct and received management action."
    found = read(Document("x", text)).to_dict()["subjects"]
    assert [s["investigation"]["mode"] for s in found] == [mode]


def test_whom_he_means_between_people_of_the_other_sex() -> None:
    text = (
        "A community support officer began a relationship with a woman. He was charged with misconduct in public office and "
        "was acquitted in May 2018.\nThe community support officer was dismissed at a misconduct hearing."
    )
    assert _crimes(text) == [[("misconduct_in_public_office", "acquitted")]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # whoever is told not to have been under investigation takes nobody's verdict
        ("The constable accepted when we interviewed him that he had sent the messages.\nIn August 2018 we reported to the force "
         "that he had a case to answer for gross misconduct. He was dismissed without notice in April 2019 by a panel.\n"
         "The constable's sergeant was spoken to about his supervision, but was not under investigation.",
         [("police_constable", HEARING, None, "dismissed_without_notice")]),
        # "none": no case to answer
        ("Both officers were served with notices. The first officer had a case to answer for misconduct, but his colleague had "
         "none. The first officer received a written warning at a misconduct meeting.",
         [(None, MEETING, None, "written_warning"), (None, NONE, "no_case", None)]),
        # part of a group of one kind among people of several
        ("Three call handlers, a dispatcher and a force incident manager, who is an inspector, were investigated.\nWe found that "
         "two of the call handlers had a case to answer for misconduct, and that there was none for the third. The dispatcher "
         "received management action. The inspector had no case to answer.\nEach of the two call handlers was given a written "
         "warning at a misconduct meeting.",
         [("police_staff", MEETING, None, "written_warning"), ("police_staff", MEETING, None, "written_warning"),
          ("police_staff", NONE, "no_case", None), ("police_staff", NONE, None, "management_advice"),
          ("inspector", NONE, "no_case", None)]),
        # those just brought in, beside one told of before
        ("The sergeant had a case to answer for misconduct and was given management action.\nTwo constables had let her drive on. "
         "We considered that neither had a case to answer for misconduct.",
         [("sergeant", NONE, None, "management_advice"), ("police_constable", NONE, "no_case", None),
          ("police_constable", NONE, "no_case", None)]),
        # ... but "both of them" in the same breath brings in nobody
        ("Two officers, both of them constables, were the subject of a misconduct meeting in May 2019. Each was given management "
         "advice.", [(None, MEETING, None, "management_advice")] * 2),
        # two of a force's officers, and which of them is which
        ("The force asked about notes made by two of its officers.\nThe notes said that a man had swung a bottle.\nBoth were "
         "charged with perverting the course of justice. One of them, a sergeant, was acquitted in March 2018. The other, a "
         "constable, was found guilty.\nThe constable was dismissed without notice at a special case hearing. The sergeant was "
         "given a final written warning at a misconduct hearing.",
         [("sergeant", HEARING, None, "final_written_warning"),
          ("police_constable", "special_case_hearing", None, "dismissed_without_notice")]),
        # what he should receive, of whoever was just brought in
        ("The officer fired. Our report concluded that the officer had no case to answer for misconduct.\nA second officer gave "
         "another account. He should, we recommended, receive management action.",
         [(None, NONE, "no_case", None), (None, NONE, None, "management_advice")]),
        # the one accused is "the officer"; those to whom it was done are nobody
        ("A chief inspector at Sussex Police was alleged to have bullied three members of her staff.\nThe officer had a case to "
         "answer for gross misconduct for her treatment of two of the three. The chief inspector was given management advice.",
         [("chief_inspector", NONE, None, "management_advice")]),
        # a panel that found no breach
        ("We served both officers with notices, one at the level of gross misconduct and the other at the level of misconduct. "
         "The first officer had a case to answer. The panel of his misconduct hearing did not find that there had been any "
         "breach of the standards. There was no case to answer for the second officer.",
         [(None, HEARING, "not_proven", None), (None, NONE, "no_case", None)]),
    ],
)  # fmt: skip
def test_who_is_meant(words: str, expected: list[tuple[Any, ...]]) -> None:
    assert _told(words) == expected
