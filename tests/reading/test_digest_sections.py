"""Sections of reports and rolls: under a place and a month, under a heading that is no officer's, or with the surname first. All people are invented."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read

VISITORS = """Independent Custody Visiting Scheme
South Wales
Annual Report 2015-16

Our visitors write down what they see and hear. This is what became of what they raised.

Merthyr Tydfil, April 2015. A visitor heard a custody sergeant tell a girl that she could "go thirsty". The sergeant was given a written warning at a misconduct meeting in August.

Cardiff Bay, June 2015. Two civilian detention officers were dismissed in October. The inspector responsible for the suite received management advice.

Bridgend, September 2015. A man said that he had been kicked. The IPCC carried out its own investigation and found no case to answer for the constable concerned.

Swansea, January 2016. A nurse employed by a contractor was asleep. She does not work for the police.
"""

ROLL = """THE HONOURS BULLETIN
Notices of forfeiture

Friday 5 May 2023

POLICE SERVICE

HADDOW, Martin Ellis, formerly Sergeant, Devon and Cornwall Police. Dismissed without notice on 8 September 2022 for an improper relationship with a complainant.

OYELARAN, Folake Jane, formerly Detective Inspector, Thames Valley Police. Convicted at Reading Crown Court of perverting the course of justice. Dismissed on 2 March 2022.

TREGENZA, Philip, formerly Constable, Avon and Somerset Constabulary. Convicted at Bristol Magistrates' Court of voyeurism and made subject to a community order for two years.

FIRE AND RESCUE SERVICE

LANGDALE, Peter, formerly Watch Manager. Convicted at Hull Crown Court of theft.
"""

DOSSIER = """Behind Closed Doors

About this dossier
Eleven women came to us who had been hurt by a man in uniform. Two agreed that we could tell their stories, and their names are changed.

"Hannah"
Hannah's husband was a firearms officer with Northumbria Police. When she rang 999 it was his shift that came. A jury at Newcastle Crown Court found him not guilty of controlling behaviour in June 2018.

"Ruth"
Ruth lived with a detective sergeant for nine years. He broke her wrist. He accepted a caution for common assault and was given a final written warning by a panel.

"Marie"
Her former partner, PC Kieran Aldgate, followed her to work. He was jailed for 18 months for stalking in April 2017 and dismissed the next week.
"""


def test_a_place_and_a_month_head_a_section() -> None:
    found = read(Document("x", VISITORS)).subjects
    assert [(s.rank, s.proceeding and (s.proceeding.outcome or s.proceeding.finding)) for s in found] == [
        ("sergeant", "written_warning"),
        ("police_staff", "dismissed"),
        ("police_staff", "dismissed"),
        ("inspector", "management_advice"),
        ("police_constable", "no_case"),
    ]
    assert [s.investigation.oversight for s in found] == [None, None, None, None, "ipcc"]


def test_a_roll_prints_the_surname_first() -> None:
    found = read(Document("x", ROLL)).subjects
    assert [(s.name, s.rank, s.force, s.former) for s in found] == [
        ("Martin Ellis Haddow", "sergeant", "devon_and_cornwall", True),
        ("Folake Jane Oyelaran", "detective_inspector", "thames_valley", True),
        ("Philip Tregenza", "police_constable", "avon_and_somerset", True),
    ]


def test_an_officer_formerly_of_another_rank_is_not_former() -> None:
    text = "DS Ann Lee, formerly a constable in Kent Police, was given a written warning at a misconduct meeting in May 2015.\n"
    assert [s.former for s in read(Document("x", text)).subjects] == [None]


def test_an_officer_of_a_duty_without_a_rank_is_a_sections_officer() -> None:
    found = read(Document("x", DOSSIER)).subjects
    assert [(s.name, s.rank, [(o.offence, o.stage) for o in s.offences]) for s in found] == [
        (None, None, [("controlling_or_coercive_behaviour", "acquitted")]),
        (None, "detective_sergeant", [("common_assault", "cautioned")]),
        ("Kieran Aldgate", "police_constable", [("stalking", "convicted")]),
    ]


def test_headings_behind_a_mark() -> None:
    text = (
        "In the dock: the month in police conduct\nOctober 31, 2015\n\n>> Kent\nDetective Chief Inspector Alaric Pennefather was "
        "demoted to inspector on October 7 by a panel under Assistant Chief Constable Maud Tresilian; he had used a flat for "
        "private purposes.\n\n>> Humberside\nLeonard Stainsby, 58, retired from Grimsby CID in 2011. This month Hull Crown Court "
        "jailed him for three years for indecent assault on a cadet in 1986.\n\n>> North Wales\nCleared in March of stealing £90 "
        "from a charity tin, PCSO Nerys Bodfan was told on October 13 that a disciplinary meeting had found nothing proved.\n"
    )
    found = read(Document("x", text)).to_dict()["subjects"]
    assert [(s["name"], s["force"], s["courts"], s["sentenced_on"]) for s in found] == [
        ("Alaric Pennefather", "kent", [], None),
        ("Leonard Stainsby", "humberside", ["Hull Crown Court"], None),
        ("Nerys Bodfan", "north_wales", [], None),
    ]
