"""Which proceeding counts, how it ended, and when: wordings of pages, one comment a case."""

from __future__ import annotations

import pytest
from one_subject import read_one, told
from tests.measuring import cpu_seconds

from peelian.documents import Document
from peelian.reading import read

DAY = "2021-11-26"
CASES = [
    # a panel's finding and sanction
    (
        "PC Dana Holt was dismissed without notice on 9 June 2021 after a misconduct hearing found gross misconduct.",
        {"kind": "misconduct_hearing", "date": "2021-06-09", "finding": "gross_misconduct", "outcome": "dismissed_without_notice"},
    ),
    # "gross misconduct" in a hearing's name is no finding
    (
        "PC Dana Holt was given a written warning at a gross misconduct hearing in May 2020.",
        {"kind": "misconduct_hearing", "date": "2020-05", "outcome": "written_warning"},
    ),
    # left before the outcome
    (
        "A panel ruled that PC Dana Holt would have been dismissed had she not resigned in March.",
        {"kind": "misconduct_hearing", "outcome": "would_have_been_dismissed"},
    ),
    # the exact form wins over the headline's
    (
        "PC sacked over texts\n\nDana Holt was dismissed with immediate effect at a special case hearing on 4 May 2016.",
        {"kind": "special_case_hearing", "date": "2016-05-04", "outcome": "dismissed_with_immediate_effect"},
    ),
    # a hearing over several days is dated by its last
    (
        "At a misconduct hearing from 3 to 5 March 2020 PC Dana Holt was reduced in rank to constable.",
        {"kind": "misconduct_hearing", "date": "2020-03-05", "outcome": "reduction_in_rank"},
    ),
    # still to come, with its day
    (
        "PC Dana Holt will face an accelerated misconduct hearing on 3 December 2021.",
        {"kind": "accelerated_hearing", "date": "2021-12-03", "finding": "pending", "outcome": "pending"},
    ),
    # still to come, form not told
    (
        "The force said that misconduct proceedings would follow for PC Dana Holt.",
        {"kind": "not_stated", "finding": "pending", "outcome": "pending"},
    ),
    # alleged for a hearing to come is not found
    (
        "PC Dana Holt will appear before a misconduct panel in May. It is alleged that this amounts to gross misconduct.",
        {"kind": "misconduct_hearing", "date": "2022-05", "finding": "pending", "outcome": "pending"},
    ),
    # the level that is denied is not the one found
    (
        "A misconduct panel decided that it was misconduct, but not gross misconduct, and gave Holt a final written warning.",
        {"kind": "misconduct_hearing", "finding": "misconduct", "outcome": "final_written_warning"},
    ),
    # nothing proved
    (
        "The misconduct panel found none of the allegations against PC Holt proven and she faces no further action.",
        {"kind": "misconduct_hearing", "finding": "not_proven", "outcome": "no_action"},
    ),
    # a charge, an appeal and a claim that are dismissed are nobody's dismissal
    ("The judge dismissed the charge against PC Dana Holt and her claim was dismissed.", {}),
    # fears and expectations are no outcomes
    ("PC Dana Holt told the court that she expected to be dismissed and could lose her job.", {}),
    # the CPS's "no further action" is no misconduct outcome
    ("Prosecutors decided that no further action would be taken against PC Dana Holt.", {}),
    # misconduct in public office is an offence, not a finding
    ("PC Dana Holt was found guilty of misconduct in public office.", {}),
    # a meeting cannot dismiss
    (
        "A colleague's misconduct meeting is still to be held. PC Dana Holt has been sacked.",
        {"kind": "not_stated", "outcome": "dismissed"},
    ),
    # begun and not over: all is pending, and its date is the day on which it began
    (
        "PC Dana Holt faces a misconduct panel. The panel began sitting on 7 June 2021. The hearing continues.",
        {"kind": "misconduct_hearing", "date": "2021-06-07", "finding": "pending", "outcome": "pending"},
    ),
    # ... which a court's case that continues does not say of a hearing that nobody names
    ("PC Dana Holt denied theft at Leeds Crown Court. The case continues.", {}),
    # only a misconduct hearing has a legally qualified chair
    (
        "The hearing, led by legally qualified chair Ann Rowe, ended on 7 June 2021. PC Dana Holt would have been dismissed.",
        {"kind": "misconduct_hearing", "date": "2021-06-07", "outcome": "would_have_been_dismissed"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_proceeding_of_news(text: str, expected: dict[str, object]) -> None:
    """Kind, date, finding and outcome as the guide defines them."""
    got = told(read_one(text, published=DAY))
    assert {k: v for k, v in got.items() if k in ("kind", "date", "finding", "outcome")} == expected


REPORTS = [
    # a case to answer, settled without a panel: no finding
    (
        "We were of the opinion that the officer had a case to answer for misconduct. The force agreed and the"
        " officer received management action.",
        {"kind": "not_stated", "outcome": "management_advice"},
    ),
    # a case to answer with no result told
    (
        "We found that a reasonable tribunal could find that the officer had a case to answer for gross misconduct.",
        {"kind": "not_stated", "finding": "pending"},
    ),
    # no case, and advice
    (
        "The investigator found no case to answer for the sergeant. He was given words of advice.",
        {"kind": "not_stated", "finding": "no_case", "outcome": "management_advice"},
    ),
    # insufficient evidence
    (
        "There was insufficient evidence upon which a reasonable tribunal, properly directed, could find misconduct.",
        {"kind": "not_stated", "finding": "no_case"},
    ),
    # nothing that would justify proceedings
    (
        "We found no indication that the officer had behaved in a manner that would justify the bringing of"
        " disciplinary proceedings.",
        {"kind": "not_stated", "finding": "no_case"},
    ),
    # a panel that is agreed to, and then its result
    (
        "The force agreed to hold a misconduct meeting for the officer. At the meeting, misconduct was proven and the"
        " officer received a written warning.",
        {"kind": "misconduct_meeting", "finding": "misconduct", "outcome": "written_warning"},
    ),
    # the panel's own "no case" overtakes the investigation's case to answer
    (
        "We found a case to answer for misconduct. A misconduct hearing was held, and the panel found that he had no"
        " case to answer.",
        {"kind": "misconduct_hearing", "finding": "no_case"},
    ),
    # dealt with as performance
    (
        "The officer had a case to answer. He was made subject to unsatisfactory performance procedures.",
        {"kind": "not_stated", "outcome": "other"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_proceeding_of_oversight_reports(text: str, expected: dict[str, object]) -> None:
    """Investigators' findings, cases to answer and what forces did about them."""
    got = told(read_one(text, "oversight_release"))
    assert {k: v for k, v in got.items() if k in ("kind", "finding", "outcome")} == expected


CHAIRS = [
    # after "chaired by", with rank
    ("A special case hearing chaired by Chief Constable Ruth Amberg dismissed PC Holt.", "Ruth Amberg", "Chief Constable"),
    # the role, then the name
    ("The legally qualified chair, Osric Vane, said the misconduct panel had dismissed PC Holt.", "Osric Vane", "legally qualified chair"),
    # the name, then the role
    ("Osric Vane, the legally qualified chair, told the misconduct hearing that Holt was dismissed.", "Osric Vane", "legally qualified chair"),
    # who presided
    ("Deputy Chief Constable Ruth Amberg presided at the misconduct hearing that dismissed Holt.", "Ruth Amberg", "Deputy Chief Constable"),
    # decided alone
    ("Chief Constable Ruth Amberg dismissed PC Holt at a special case hearing.", "Ruth Amberg", "Chief Constable"),
    # a bench's chair is a court's
    ("PC Holt was dismissed after a misconduct hearing. Chair of the bench Osric Vane fined her.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chair", "role"), CHAIRS)
def test_chair(text: str, chair: str | None, role: str | None) -> None:
    """Who presided or decided, without titles, and what that person is called."""
    got = told(read_one(text))
    assert got["outcome"] == "dismissed"
    assert got.get("chair") == chair
    assert got.get("chair_role") == role


NOTICE = """Notice of misconduct hearing

Officer: PC 1 Dana Holt
Date of hearing: 5th, 6th and 7th June 2023
Venue: Quay House, Northby
Legally Qualified Chair: Mr Osric Vane
Standards: Honesty and Integrity; Use of Force
It is alleged that the breaches amount to gross misconduct.
"""
OUTCOME = """Misconduct hearing outcome

Officer: PC 1 Dana Holt
Date of hearing: 5, 6 and 7 June 2023
Chair: LQC Ms Ada Quill
Standards of Professional Behaviour: Honesty and Integrity, Discreditable Conduct
Finding: Gross misconduct
Outcome: Final written warning
"""


def test_hearing_notice() -> None:
    """A notice: the first day, pending, and the standards alleged."""
    assert told(read_one(NOTICE, "hearing_notice")) == {
        "kind": "misconduct_hearing", "date": "2023-06-05", "chair": "Osric Vane", "chair_role": "Legally Qualified Chair",
        "venue": "Quay House, Northby", "finding": "pending", "outcome": "pending",
        "standards": {"honesty_and_integrity", "use_of_force"},
    }  # fmt: skip


def test_hearing_outcome() -> None:
    """An outcome notice: the last day, the finding and the sanction of its fields."""
    assert told(read_one(OUTCOME, "hearing_outcome")) == {
        "kind": "misconduct_hearing", "date": "2023-06-07", "chair": "Ada Quill", "chair_role": "LQC",
        "finding": "gross_misconduct", "outcome": "final_written_warning",
        "standards": {"honesty_and_integrity", "discreditable_conduct"},
    }  # fmt: skip


def test_abbreviations_of_lists() -> None:
    """ "GM" in capitals is gross misconduct, and a dismissal "w/out notice" is one without notice."""
    got = told(
        read_one(
            "PC Holt\nType: Misconduct hearing\nHeld: 7 June 2021, Hove\nDetermination: Breach made out. GM.\nEnded: Dismissed w/out notice",
            "hearing_outcome",
        )
    )
    assert (got["finding"], got["outcome"], got["date"]) == (
        "gross_misconduct",
        "dismissed_without_notice",
        "2021-06-07",
    )
    assert got["venue"] == "Hove"
    assert "finding" not in told(read_one("PC Holt\nOutcome: 5 gm was found. Dismissed", "hearing_outcome"))


def test_standards_cleared_are_left_out() -> None:
    """A standard that the panel did not find breached is none of those found."""
    text = (
        "The misconduct panel found a breach of the standard of use of force. It did not find that the standard of"
        " honesty and integrity had been breached. PC Holt was given a written warning."
    )
    assert told(read_one(text))["standards"] == {"use_of_force"}


APPEALS = [
    # lodged: the first hearing stays
    (
        "PC Holt was dismissed at a misconduct hearing on 4 May 2021. She has appealed to a Police Appeals Tribunal.",
        ("pending", "misconduct_hearing", "dismissed"),
    ),
    # only thought of
    ("PC Holt was dismissed at a misconduct hearing on 4 May 2021. She may appeal.", (None, "misconduct_hearing", "dismissed")),
    # dismissed: what stood stands
    (
        "PC Holt was dismissed at a misconduct hearing. A Police Appeals Tribunal has dismissed her appeal.",
        ("dismissed", "appeal_tribunal", "dismissed"),
    ),
    # reinstated
    (
        "PC Holt was dismissed at a misconduct hearing. A Police Appeals Tribunal allowed her appeal and she was reinstated.",
        ("allowed", "appeal_tribunal", "reinstated"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), APPEALS)
def test_tribunal(text: str, expected: tuple[str | None, str, str]) -> None:
    """The result of an appeal, whose proceeding then counts, and the outcome that stands."""
    draft = read_one(text)
    result = draft.appeal.result.value if draft.appeal else None
    got = told(draft)
    assert (result, got["kind"], got["outcome"]) == expected


def test_every_value_rests_on_words_of_the_page() -> None:
    """Spans lie inside the text and hold words."""
    draft = read_one(OUTCOME, "hearing_outcome")
    proceeding = draft.proceeding
    assert proceeding is not None
    cited = [
        proceeding.kind,
        proceeding.date,
        proceeding.chair,
        proceeding.finding,
        proceeding.outcome,
        *proceeding.standards,
    ]
    for value in cited:
        assert value is not None
        assert all(OUTCOME[start:end].strip() for start, end in value.spans)


def test_time_grows_with_the_page_and_not_faster() -> None:
    """A page of many cases costs its length: ten times the text, far less than a hundred times the work."""

    def cost(times: int) -> float:
        text = (OUTCOME + "\n") * times
        return cpu_seconds(lambda: read_one(text, "hearing_outcome"))

    read_one(OUTCOME, "hearing_outcome")
    assert cost(400) < 40 * cost(40)


PUBLISHED = [
    # a notice headed with the hearing, its day of publication on a line of its own
    (
        "Outcome of misconduct hearing: PC Orla Fenwhistle\n\nPublished: 22 May 2023\n\nPC Orla Fenwhistle of Durham Constabulary attended a "
        "misconduct hearing that ended on 3 May 2023.\n\nThe panel found gross misconduct. She was dismissed without notice.",
        "2023-05-03",
    ),
    # under another label, after the force's name
    (
        "Outcome of accelerated hearing\n\nDurham Constabulary\n\nDate of publication: 22 May 2023\n\nFormer PC Orla Fenwhistle appeared "
        "before the Chief Constable at a hearing in Durham on 3 May 2023. Gross misconduct was found and she would have been dismissed.",
        "2023-05-03",
    ),
    # the only day there is
    (
        "PC Orla Fenwhistle of Durham Constabulary was dismissed without notice at a misconduct hearing today, 22 May 2023.",
        "2023-05-22",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), PUBLISHED)
def test_the_day_of_publication(text: str, date: str) -> None:
    """The day on which a page was published is not the hearing's while another fits."""
    (subject,) = read(Document("x", text)).to_dict()["subjects"]
    assert subject["proceeding"]["date"] == date


SPARED = [
    "A third officer, Sergeant Ivy Melrose, has no case to answer.",
    "The watchdog found no case to answer for a third, Sergeant Ivy Melrose.",
    "Sergeant Ivy Melrose was told that she had no case to answer.",
]


@pytest.mark.parametrize("told_of_her", SPARED)
def test_one_of_several_without_a_case(told_of_her: str) -> None:
    """Whoever alone has no case to answer does not wait for the hearing that was announced of the others."""
    text = (
        "Officers from Durham Constabulary will face a gross misconduct hearing over a chase.\n\nPC Orla Fenwhistle and PC Hugo Trask are "
        f"accused of lying about it. {told_of_her}"
    )
    findings = {
        s["name"]: s["proceeding"]["finding"] for s in read(Document("x", text)).to_dict()["subjects"]
    }
    assert findings == {"Orla Fenwhistle": "pending", "Hugo Trask": "pending", "Ivy Melrose": "no_case"}


def test_another_allegation_not_proven_is_no_finding_beside_a_dismissal() -> None:
    text = (
        "Sgt Ifan Brynmor of North Wales Police was dismissed at a misconduct hearing on 3 May 2022.\n\n"
        "He was cleared of an allegation that he had misused a police vehicle.\n"
    )
    proceeding = read(Document("one", text)).to_dict()["subjects"][0]["proceeding"]
    assert (proceeding["finding"], proceeding["outcome"]) == (None, "dismissed")


def test_the_chief_constable_by_whom_somebody_was_dismissed_is_no_subject() -> None:
    text = (
        "A former Greater Manchester Police officer has been jailed for three years for making indecent images of children.\n\n"
        "Kenton Birtwell, 45, pleaded guilty to three counts of making indecent photographs of a child.\n\n"
        "He was dismissed by Chief Constable Stella Marshall at an accelerated hearing in August.\n"
    )
    assert [s["name"] for s in read(Document("one", text)).to_dict()["subjects"]] == ["Kenton Birtwell"]


@pytest.mark.parametrize(
    ("told", "outcome", "chair"),
    [
        (
            "On 14 October Chief Constable Hamish Bright needed eleven minutes at a fast-track hearing to show her the door, without notice.",
            "dismissed_without_notice",
            "Hamish Bright",
        ),
        (
            "She retired. In June a panel led by Tom Moss KC said she would have got the boot for gross misconduct.",
            "would_have_been_dismissed",
            "Tom Moss",
        ),
        (
            "Mr Hallam's panel ruled that she would have been dismissed. The hearing, with Quentin Hallam as legally qualified chair, sat at Ripley.",
            "would_have_been_dismissed",
            "Quentin Hallam",
        ),
        (
            "Her case reached the force on 5 July, when Acting Chief Constable Jo Marsh heard it under the accelerated procedure. Dismissal followed.",
            "dismissed",
            "Jo Marsh",
        ),
    ],
)
def test_how_papers_tell_who_dismissed_somebody(told: str, outcome: str, chair: str) -> None:
    page = f"PC out\n\nKent News\n8 July 2022\n\nPC Ann Lee of Kent Police admitted theft at Leeds Crown Court. {told}\n"
    (one,) = read(Document("x", page)).to_dict()["subjects"]
    assert (one["proceeding"]["outcome"], one["proceeding"]["chair"]) == (outcome, chair)
