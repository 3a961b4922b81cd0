"""Officers without names whom minutes and answers count off or date, and entries that tell of several. All people are invented."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read


def _ends(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Of each subject: the rank, the outcome, and the date of the proceeding."""
    out = []
    for s in read(Document("x", text)).to_dict()["subjects"]:
        p = s["proceeding"] or {}
        out.append((s["rank"], p.get("outcome") or p.get("finding"), p.get("date")))
    return out


MINUTES = """Fenmoor Constabulary ethics committee
15 May 2020

Members were told of the cases closed since the last meeting of Cheshire Constabulary's board.

The first concerned a detective sergeant who had taken money. He was dismissed without notice at a special case hearing in June 2019.

The second was a PCSO from Crewe. She had lied about her sick leave. She was dismissed in August.

The third, an inspector, had been drunk on duty. A misconduct hearing in October gave him a final written warning.
"""


def test_officers_who_are_counted_off_each_have_their_own_end() -> None:
    assert _ends(MINUTES) == [
        ("detective_sergeant", "dismissed_without_notice", "2019-06"),
        ("pcso", "dismissed", "2019-08"),
        ("inspector", "final_written_warning", "2019-10"),
    ]


def test_one_sentence_tells_how_all_of_the_dated_ended() -> None:
    answer = (
        "Written answers, 4 July 2011\n\nMs Dene: To ask the Secretary of State how many officers of Kent Police have been dismissed.\n\n"
        "Mr Oaksey: The Chief Constable informs me that in the last year four officers of Kent Police have been dismissed, as follows. "
        "In September 2010 a sergeant and a constable, for an assault on a student. In January 2011 a detective constable, "
        "who had been convicted of theft. In March 2011 an inspector, for sending racist emails.\n"
    )
    assert _ends(answer) == [
        ("sergeant", "dismissed", "2010-09"),
        ("police_constable", "dismissed", "2010-09"),
        ("detective_constable", "dismissed", "2011-01"),
        ("inspector", "dismissed", "2011-03"),
    ]


def test_the_counted_of_whom_no_end_is_told_are_nobody() -> None:
    story = (
        "Essex Police told the panel of three officers at the scene. The first, a constable, drove the van. "
        "The second was a sergeant. The third, a PCSO, held the door. No complaint was made about any of them.\n"
    )
    assert _ends(story) == []


SECTIONS = """Kent Police Ethics Newsletter
Autumn 2021

Case 1
A constable on the roads policing unit ran a check on his sister's car. A misconduct meeting in June gave him a written warning. His supervisor, a sergeant, had been told and did nothing, and received words of advice.

Case 2
Two detectives shared a photograph of a body. One, a detective sergeant, was dismissed without notice in July. The other, a detective constable, was given a final written warning.

Case 3
A special constable stole £20 from a drugs seizure. She resigned and a hearing found that she would have been dismissed.
"""


def test_a_section_that_names_nobody_may_tell_of_several() -> None:
    assert [(rank, end) for rank, end, _ in _ends(SECTIONS)] == [
        ("police_constable", "written_warning"),
        ("sergeant", "management_advice"),
        ("detective_sergeant", "dismissed_without_notice"),
        ("detective_constable", "final_written_warning"),
        ("special_constable", "would_have_been_dismissed"),
    ]


def test_a_numbered_entry_that_names_nobody_may_tell_of_several() -> None:
    text = (
        "PROFESSIONAL STANDARDS: LESSONS\n\nDurham Constabulary, July 2018\n\n"
        "1. A police constable and a PCSO accepted free meals. The constable was given a written warning at a misconduct meeting. "
        "The PCSO was given management advice.\n\n"
        "2. A detective inspector drove a force car home. At a misconduct hearing in May he was reduced in rank.\n\n"
        "3. A sergeant failed to record a complaint. The sergeant had a case to answer for misconduct and received management action. "
        "The inspector to whom it was later reported had no case to answer.\n"
    )
    assert [(rank, end) for rank, end, _ in _ends(text)] == [
        ("police_constable", "written_warning"),
        ("pcso", "management_advice"),
        ("detective_inspector", "reduction_in_rank"),
        ("sergeant", "management_advice"),
        ("inspector", "no_case"),
    ]


EVIDENCE = """Welsh Affairs Committee
Oral evidence: Policing, HC 90
Wednesday 3 June 2015

Q14 Mr Hopkin: How many of your officers in South Wales Police were sacked?

Deputy Chief Constable Garn: We dismissed two. PC Alun Prys was dismissed in May 2014 for theft. I cannot tell you about the other.

Q15 Mr Hopkin: Are you content with that?

Deputy Chief Constable Garn: I am. I was suspended for a week in my own first year, and I deserved it.
"""


def test_who_asks_and_who_answers_speaks_and_is_no_subject() -> None:
    reading = read(Document("x", EVIDENCE)).to_dict()
    assert [s["name"] for s in reading["subjects"]] == ["Alun Prys"]
    assert [s["name"] for s in reading["speakers"]] == ["Hopkin", "Garn"]


def test_a_list_of_names_with_colons_is_no_transcript() -> None:
    text = (
        "Kent Police: officers dismissed in 2015\n\nPC Ann Lee: dismissed without notice for theft on 3 May 2015.\n\n"
        "PC Tom Roe: dismissed without notice for lying about his hours on 9 June 2015.\n"
    )
    reading = read(Document("x", text)).to_dict()
    assert [s["name"] for s in reading["subjects"]] == ["Ann Lee", "Tom Roe"]
    assert reading["speakers"] == []
