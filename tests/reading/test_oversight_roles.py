"""Oversight reports in which people are told apart by their duty, released as witnesses, or only decide."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = (
    "Police response to a report - Essex Police, May 2017\n\nWe carried out an independent investigation.\n"
)
Told = tuple[str | None, str | None, str | None, str | None]
MEETING, HEARING, NONE = "misconduct_meeting", "misconduct_hearing", "not_stated"


def told(text: str) -> list[Told]:
    """Rank, kind of proceeding, finding and outcome of each subject, in order."""
    out: list[Told] = []
    for s in read(Document("x", HEAD + text)).subjects:
        p = s.proceeding
        out.append((s.rank, p.kind if p else None, p.finding if p else None, p.outcome if p else None))
    return out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # three of one control room, told apart by their duty; the last two of a series without "the"
        ("The operator, dispatcher and incident manager were interviewed under misconduct caution.\nWe found that neither the "
         "operator nor the dispatcher had a case to answer. The incident manager had a case to answer for misconduct and was "
         "given a written warning at a misconduct meeting.",
         [("police_staff", NONE, "no_case", None), ("police_staff", NONE, "no_case", None),
          ("police_staff", MEETING, None, "written_warning")]),
        # whoever became a witness is counted no more
        ("We served notices on a detective constable, three police constables and a sergeant. The sergeant and one of the "
         "constables were later treated as witnesses.\nThe detective constable had a case to answer for misconduct. We did not "
         "find a case to answer for the remaining two constables.",
         [("detective_constable", NONE, "pending", None), ("police_constable", NONE, "no_case", None),
          ("police_constable", NONE, "no_case", None)]),
        # of three, the story counts the constables: the sergeant is the third
        ("Three officers have been disciplined after a prisoner walked out of hospital. Two constables were guarding him and a "
         "sergeant should have relieved them.\nThe force imposed a written warning on each of the constables.\nThe sergeant "
         "received management advice.",
         [("police_constable", NONE, None, "written_warning"), ("police_constable", NONE, None, "written_warning"),
          ("sergeant", NONE, None, "management_advice")]),
        # one of two under caution is cleared, the other is not
        ("We interviewed two officers under misconduct caution.\nWe were of the view that one officer had a case to answer for "
         "gross misconduct. We found no indication of misconduct for the other officer.\nThe officer was dismissed at a "
         "misconduct hearing.",
         [(None, HEARING, None, "dismissed"), (None, NONE, "no_case", None)]),
        # the rank of whoever decides
        ("The constable had a case to answer for gross misconduct. Whether he is to face a misconduct hearing is a matter for the "
         "Deputy Chief Constable.", [("police_constable", NONE, "pending", None)]),
        # charges that were withdrawn are no people
        ("The call handler and a PCSO were interviewed under criminal caution. The Crown Prosecution Service charged the call handler with twelve offences of misuse of a computer. She pleaded "
         "guilty to nine and the other three were withdrawn. She was dismissed at a misconduct hearing.\nThe PCSO had no case to answer.",
         [("police_staff", HEARING, None, "dismissed"), ("pcso", NONE, "no_case", None)]),
        # each of a list has a reason of their own; the rest of five, and what they are
        ("We found that three of the five officers we investigated had a case to answer for misconduct: two constables for failing to "
         "search the vehicle, and an inspector for failing to review the log. The remaining two officers, both sergeants, had no case "
         "to answer.\nThe constables each received a written warning following misconduct meetings. The inspector was given words of advice.",
         [("police_constable", MEETING, None, "written_warning"), ("police_constable", MEETING, None, "written_warning"),
          ("inspector", NONE, None, "management_advice"), ("sergeant", NONE, "no_case", None), ("sergeant", NONE, "no_case", None)]),
        # a case for one and none for the other
        ("A PCSO and a student officer were interviewed under caution.\nWe concluded that there was a case to answer for misconduct for "
         "the student officer and no case to answer for the PCSO. The student officer received management advice.",
         [("pcso", NONE, "no_case", None), ("police_constable", NONE, None, "management_advice")]),
        # two duties in one breath are two people
        ("We found that the call handler and the dispatcher had a case to answer for misconduct. Both received management advice.",
         [("police_staff", NONE, None, "management_advice"), ("police_staff", NONE, None, "management_advice")]),
        # officers called by their work
        ("The authorised firearms officer had a case to answer for misconduct. The domestic abuse officer had no case to answer.\nThe "
         "authorised firearms officer received a written warning at a misconduct meeting.",
         [(None, MEETING, None, "written_warning"), (None, NONE, "no_case", None)]),
        # newly brought in, and told of in the next sentence
        ("Two constables each received a written warning. A third officer, an inspector, made a wrong entry in the log. It was a "
         "mistake and no action was taken.",
         [("police_constable", NONE, None, "written_warning"), ("police_constable", NONE, None, "written_warning"),
          ("inspector", NONE, None, "no_action")]),
        # the rank stands only in what the officer did
        ("An officer met the woman in the course of his duties as a police constable. We found that the officer had a case to answer for "
         "misconduct, and he received management advice.", [("police_constable", NONE, None, "management_advice")]),
        # the others of eight: whoever nothing was told of apart; "did not" in a sentence of its own
        ("We served notices on three constables, two sergeants and an inspector.\nThe inspector and one of the sergeants had a case to "
         "answer for misconduct. The others did not.\nThe inspector and the sergeant received management action.",
         [("inspector", NONE, None, "management_advice"), ("police_constable", NONE, "no_case", None),
          ("police_constable", NONE, "no_case", None), ("police_constable", NONE, "no_case", None),
          ("sergeant", NONE, None, "management_advice"), ("sergeant", NONE, "no_case", None)]),
        # nor their supervisor
        ("We served notices on three officers.\nWe were of the opinion that the two officers had no case to answer for not making the "
         "call, nor their supervisory officer for failing to check it.",
         [(None, NONE, "no_case", None), (None, NONE, "no_case", None), (None, NONE, "no_case", None)]),
        # nobody else
        ("There was a case to answer for misconduct for the detective sergeant. He received words of advice. There was no indication "
         "that any other officer had behaved in a way that would justify disciplinary proceedings.",
         [("detective_sergeant", NONE, None, "management_advice")]),
        # whoever has charge of a case and whoever supervises them, each with a rank in apposition
        ("The officer in charge of the case, a detective constable, and his supervisor, a detective sergeant, had a case to answer for "
         "misconduct. Both were given written warnings at misconduct meetings in May 2019.",
         [("detective_constable", MEETING, None, "written_warning"), ("detective_sergeant", MEETING, None, "written_warning")]),
        # a colleague of whom nothing was told before
        ("The officer had a case to answer for gross misconduct and was dismissed at a misconduct hearing. Her colleague was given a "
         "final written warning at the same hearing.",
         [(None, HEARING, None, "dismissed"), (None, HEARING, None, "final_written_warning")]),
        # one, another and a third of whom the number is not told
        ("One PC was dismissed, another was given a final written warning and a third received no sanction after a gross misconduct "
         "hearing in June 2019.",
         [("police_constable", HEARING, None, "dismissed"), ("police_constable", HEARING, None, "final_written_warning"),
          ("police_constable", HEARING, None, "no_action")]),
        # the story brings in who was looked at; each is told of by a pronoun, with words between
        ("Our investigation looked at the actions of four people: a call handler, a dispatcher, the duty inspector and a police constable.\n"
         "We found that the call handler had a case to answer for misconduct. He received words of advice.\n"
         "We found no indication that the dispatcher had behaved in a manner that would justify disciplinary proceedings.\n"
         "The duty inspector closed the log without reading it. She had, in our opinion, a case to answer for misconduct. At a meeting in "
         "May 2019 the panel gave her a written warning.\nThe constable had been told to visit the family. He admitted the allegations at an "
         "accelerated hearing in June 2019 and was dismissed.",
         [("police_staff", NONE, None, "management_advice"), ("police_staff", NONE, "no_case", None),
          ("inspector", MEETING, None, "written_warning"), ("police_constable", "accelerated_hearing", None, "dismissed")]),
    ],
)  # fmt: skip
def test_each_has_their_own_end(words: str, expected: list[Told]) -> None:
    assert sorted(told(words), key=str) == sorted(expected, key=str)


def test_letters_in_brackets() -> None:
    """Officers who get their letters in brackets are all under investigation, and each has their own rank."""
    text = (
        "We interviewed the officer who used the Taser (Officer A), a sergeant (Sergeant B) and the two officers who restrained "
        "the man (Officers C and D).\nWe found that Officer A and Sergeant B had a case to answer for gross misconduct. Officers C "
        "and D had no case to answer. At a misconduct hearing in May 2018 Officer A was dismissed and Sergeant B was given a "
        "final written warning."
    )
    found = read(Document("x", HEAD + text)).subjects
    assert [(s.label, s.rank) for s in found] == [
        ("Officer A", None), ("Sergeant B", "sergeant"), ("Officer C", None), ("Officer D", None),
    ]  # fmt: skip
    assert [s.proceeding.finding if s.proceeding else None for s in found][2:] == ["no_case", "no_case"]


def test_a_transfer_is_no_departure() -> None:
    """Whoever left one force for another is still an officer."""
    text = (
        "The work was not finished when the constable transferred to another force. He left the force in April 2019.\n"
        "We found that the constable had a case to answer for misconduct. He received management advice."
    )
    assert [s.former for s in read(Document("x", HEAD + text)).subjects] == [None]


def test_beside_labels_one_without_a_label_keeps_the_floor() -> None:
    text = (
        "The custody sergeant and two detention officers were served with notices.\nWe concluded that the custody sergeant had a "
        "case to answer for gross misconduct.\nDetention officer 1 made four visits. We concluded that she had a case to answer for "
        "misconduct.\nDetention officer 2 made one visit. We found that he had no case to answer.\nThe sergeant retired in August 2018. "
        "A hearing was held in his absence and, on 3 December 2018, a panel found gross misconduct. He would have been dismissed.\n"
        "Detention officer 1 was given a final written warning.\n"
    )
    found = read(Document("x", HEAD + text)).subjects
    ends = {s.label or s.rank: (s.proceeding.finding, s.proceeding.outcome) for s in found if s.proceeding}
    assert ends == {
        "sergeant": ("gross_misconduct", "would_have_been_dismissed"),
        "Detention officer 1": (None, "final_written_warning"),
        "Detention officer 2": ("no_case", None),
    }
