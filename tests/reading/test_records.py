"""Records: which structures are seen, and whom each record tells of. All people are invented."""

from __future__ import annotations

import pytest

from peelian.reading.cast import find_cast
from peelian.reading.frame import Frame
from peelian.reading.names import find_names
from peelian.reading.page import Page
from peelian.reading.record_cast import record_cast
from peelian.reading.records import records_of
from peelian.reading.scan import Scan

Told = list[tuple[str | None, str | None, str | None]]


def told(text: str) -> Told | None:
    """Each subject of a page of records as (name or label, rank, collar number); None for prose."""
    page = Page(text)
    found = record_cast(page, Scan(page), find_names(page, Scan(page)))
    if found is None:
        return None
    out: Told = []
    for person in found[0]:
        if person.role == "subject":
            collar = text[slice(*person.fields["collar"])] if "collar" in person.fields else None
            out.append((person.name or person.label, person.rank.value if person.rank else None, collar))
    return out


PC, DC, PS, DS = "police_constable", "detective_constable", "sergeant", "detective_sergeant"

STRUCTURES: list[tuple[str, str, Told]] = [
    (
        "labelled blocks, the first label repeated",
        """Fenshire Police
Outcomes of hearings

Officer: PC 2218 Marlon Ashdown
Date: 3 May 2021
Finding: Gross misconduct
Outcome: Dismissed without notice

Officer: Former DC 771 Ines Calloway-Brook
Date: 9 May 2021
Finding: Gross misconduct
Outcome: Would have been dismissed

Officer: PC Z
Date: 12 May 2021
Finding: Not proven
Outcome: No further action
""",
        [("Marlon Ashdown", PC, "2218"), ("Ines Calloway-Brook", DC, "771"), ("PC Z", PC, None)],
    ),
    (
        "blocks under a heading, the rank in a label of its own",
        """Case 1
Rank: Sergeant
Allegation: Late on duty
Outcome: Written warning

Case 2
Rank: PCSO
Allegation: False claim for mileage
Outcome: Dismissed
""",
        [(None, PS, None), (None, "pcso", None)],
    ),
    (
        "a name label with the surname first, rank and number labels beside it",
        """Name: Ashdown, Marlon
Rank: PC
Collar number: 2218
Hearing date: 3 May 2021
Outcome: Dismissed without notice

Name: Brook, Ines
Rank: Detective Sergeant
Collar number: 771
Hearing date: 5 May 2021
Outcome: Final written warning
""",
        [("Marlon Ashdown", PC, "2218"), ("Ines Brook", DS, "771")],
    ),
    (
        "a name withheld, the rank in brackets",
        """Name: Withheld by direction of the chair (DS)
Date: 3 May 2021
Result: Gross misconduct. Dismissed without notice.

Name: PC Tobias Quill
Date: 4 May 2021
Result: Misconduct. Written warning.
""",
        [(None, DS, None), ("Tobias Quill", PC, None)],
    ),
    (
        "rows with bars and a heading",
        """| Name | Rank | Date | Finding | Outcome |
|---|---|---|---|---|
| Tobias Quill | PC | 3 May 2021 | Gross misconduct | Dismissed |
| Not named | Sergeant | 4 May 2021 | Misconduct | Written warning |
| 'Officer C' | DC | 5 May 2021 | Not proven | No action |
""",
        [("Tobias Quill", PC, None), (None, PS, None), ("Officer C", DC, None)],
    ),
    (
        "rows with tabs, the rank first and the number with the name",
        "Rank\tName\tDate\tBreach\tOutcome\nPC\tTobias Quill 4410\t3 May 2021\tHonesty and integrity\tDismissed\n"
        "Sgt\tIsolde Penn 3391\t4 May 2021\tConfidentiality\tWritten warning\n",
        [("Tobias Quill", PC, "4410"), ("Isolde Penn", PS, "3391")],
    ),
    (
        "rows with slashes, labels for names",
        """Ref / Rank / Type / Date / Finding / Sanction
Officer A / Constable / Misconduct hearing / 3 May 2021 / Gross misconduct / Dismissed
Officer B / Inspector / Misconduct meeting / 4 May 2021 / Misconduct / Written warning
""",
        [("Officer A", PC, None), ("Officer B", "inspector", None)],
    ),
    (
        "columns parted by gaps, nobody named",
        """Year      Role                 Offence              Sentence               Misconduct outcome
2015      Constable            Theft                Community order        Dismissed
2015      Special Constable    Drink driving        Fine of £300           Resigned
2016      Police staff         Data protection      Fine of £150           Written warning
""",
        [(None, PC, None), (None, "special_constable", None), (None, "police_staff", None)],
    ),
    (
        "one cell on a line, the heading once",
        """Officer
Date
Finding
Outcome
PC 1187 Stellan Wray
21/02/2019
Gross misconduct
Dismissed without notice
Former DS 662 Anselm Tolworth
04/03/2019
Gross misconduct
Would have been dismissed
Last updated 22/03/2019
""",
        [("Stellan Wray", PC, "1187"), ("Anselm Tolworth", DS, "662")],
    ),
    (
        "one cell on a line, the heading again on the second page in the middle of a record",
        """No
Rank
Date
Outcome
1
Police Constable
3 May 2021
Dismissed
2
Detective Constable
No
Rank
Date
Outcome
5 May 2021
Written warning
3
PCSO
8 May 2021
No action
""",
        [(None, PC, None), (None, DC, None), (None, "pcso", None)],
    ),
    (
        "one cell on a line, dates first",
        """Date
Rank
Forum
Outcome

8 October 2019
PC
Hearing
Dismissed

22 - 23 October 2019
Former PS
Special case
Would have been dismissed
""",
        [(None, PC, None), (None, PS, None)],
    ),
    (
        "a numbered list of the unnamed, two in one entry",
        """Hearings in the quarter

1. A police constable based at Brackwater was dismissed without notice.
2. Two sergeants were each given a written warning.
3. A detention officer resigned before a disciplinary hearing.
""",
        [(None, PC, None), (None, PS, None), (None, PS, None), (None, "police_staff", None)],
    ),
    (
        "a bulleted list of the named in a report",
        """The panel sat at Brackwater from 3 to 7 May 2021 and gave its decision on each of the officers in turn as follows.

- PC Tobias Quill, who drove, was found to have committed gross misconduct. Dismissed without notice.
- Sergeant Isolde Penn did not report it. Final written warning.
- PC Marlon Ashdown: no case to answer.
""",
        [("Tobias Quill", PC, None), ("Isolde Penn", PS, None), ("Marlon Ashdown", PC, None)],
    ),
    (
        "lettered entries with a job for a name",
        """(a) PCSO, Brackwater. Hearing 6 March 2020. Dismissed.
(b) Detention officer, Stowford custody. Hearing 9 March 2020. Final written warning.
(c) Communications operator. Hearing 11 March 2020. Dismissed.
""",
        [(None, "pcso", None), (None, "police_staff", None), (None, "police_staff", None)],
    ),
    (
        "sections headed with the officer",
        """Fenshire Police
Results of hearings

PC 5560 Wystan Lunn
Hearing of 6 to 9 March 2017, Carr House. Chair: Mr A. Fitch.
PC Lunn closed a log as attended. Gross misconduct. Dismissed without notice.

PS 803 Garry York
Hearing of 30 January 2017. Chair: Mrs G. Oyle.
It was alleged that Sergeant York used excessive force. Not proven.

The next hearing is on 24 April.
""",
        [("Wystan Lunn", PC, "5560"), ("Garry York", PS, "803")],
    ),
    (
        "a numbered roster of a joint hearing",
        """Joint misconduct hearing

Officers:  (1)  PS 14402 Karel Dux
           (2)  PC 17650 Amina Rowe
           (3)  PC 'Z'

Sergeant Dux is alleged to have downgraded the report. PC Rowe is alleged to have lied about it.
""",
        [("Karel Dux", PS, "14402"), ("Amina Rowe", PC, "17650"), ("PC 'Z'", PC, None)],
    ),
    (
        "entries that run on, each opened by rank, number and name",
        "Officers dismissed were:\nPC 75512 Saskia Okwell, Colford LPA, 11 March 2020 (assaulted partner)PC 79930 Connor Judge, Basing LPA, "
        "12 March 2020 (lied about illness)\nOfficers given final written warnings were:\nDS 1330 Petra Lovell-Shah, 13 March 2020\n",
        [("Saskia Okwell", PC, "75512"), ("Connor Judge", PC, "79930"), ("Petra Lovell-Shah", DS, "1330")],
    ),
    (
        "labels and values stuck together, an entry on a line",
        "Name and rankPC 2604 Toby SpinkDate16 July 2025HearingAccelerated misconduct hearingOutcomeDismissed without notice\n"
        "Name and rankFormer Inspector 1733 Louise HarrDate22 July 2025HearingMisconduct hearingOutcomeWould have been dismissed\n",
        [("Toby Spink", PC, "2604"), ("Louise Harr", "inspector", "1733")],
    ),
    (
        "one notice",
        """Notice of misconduct hearing
Officer concerned: PC 4417 T. Adey-Price
Date: Monday 14 March 2022
Venue: Conference Room 2, Police Headquarters
Chair: Mr Gethin Quarry
The officer is alleged to have used his telephone.
""",
        [("T. Adey-Price", PC, "4417")],
    ),
    (
        "one notice of an appeal, the rank in brackets",
        """Appellant: Mr T Adey-Price (formerly PC 4417)
Respondent: The Chief Constable of Fenshire
Date and time: 9 November 2022, 10.30am
Place: by video link
Tribunal Chair: Ms Perpetua Lind
""",
        [("T Adey-Price", PC, "4417")],
    ),
    (
        "a digest of short sections headed with forces",
        """Conduct digest

Fenshire
PC Tobias Quill was dismissed without notice on 3 May after a panel found that he had looked up his neighbours on the force's systems.

Colshire
A sergeant based at Stowford was given a written warning at a misconduct meeting in April for leaving a radio on a train to the coast.

Westerly
Officer A, an inspector, was dismissed without notice on 22 May. She had asked a constable to write a statement for her and signed it.
""",
        [("Tobias Quill", PC, None), (None, PS, None), ("Officer A", "inspector", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [s[1:] for s in STRUCTURES], ids=[s[0] for s in STRUCTURES])
def test_whom_the_records_tell_of(text: str, expected: Told) -> None:
    assert told(text) == expected


PROSE = [
    # a report whose paragraphs begin with officers' names
    """PC Tobias Quill, 34, of Brackwater, was jailed for two years at Leeds Crown Court today.

Sergeant Isolde Penn, who led the inquiry, said: "He betrayed us all."

PC Quill admitted two counts of misconduct in public office.
""",
    # a bulleted list of standards and of acts
    """A Fenshire officer has been dismissed after a hearing found that he had:

- used force on a man who was handcuffed;
- told his sergeant that he had not;
- written the same in his notebook.

PC Tobias Quill was dismissed without notice.
""",
    # the numbered paragraphs of a judgment
    """1. The appellant was a constable of the Fenshire force.

2. On 3 May 2016 he was convicted of theft.

3. PC Penn, who was with him, gave evidence for the Crown.

4. The appeal is dismissed.
""",
]


@pytest.mark.parametrize("text", PROSE, ids=["news", "bulleted acts", "judgment"])
def test_running_prose_has_no_records(text: str) -> None:
    assert told(text) is None


def test_words_in_a_record_tell_of_its_officer_and_of_nobody_elses() -> None:
    text = STRUCTURES[0][1]
    page = Page(text)
    cast = find_cast(page, Scan(page))
    who = [
        tuple(p.name or p.label for p in cast.who(text.index(words)))
        for words in ("Dismissed without", "Would have", "Not proven")
    ]
    assert who == [("Marlon Ashdown",), ("Ines Calloway-Brook",), ("PC Z",)]


def test_a_group_heading_tells_of_the_records_below_it() -> None:
    text = next(s[1] for s in STRUCTURES if s[0].startswith("entries that run on"))
    page = Page(text)
    cast = find_cast(page, Scan(page))
    assert [p.name for p in cast.who(text.index("Officers dismissed"))] == ["Saskia Okwell", "Connor Judge"]
    assert [p.name for p in cast.who(text.index("Officers given"))] == ["Petra Lovell-Shah"]


def test_letters_of_a_roster_stand_for_its_officers_later() -> None:
    text = """Officers
A PC 1411 Cormac Jute
B PC 2078 Zubin Hollis
C Former PC 1926 Linnea Mostyn
Chair Isaura Penn legally qualified chair
A and B all standards breached gross misconduct dismissed without notice
C gross misconduct would have been dismissed
"""
    page = Page(text)
    cast = find_cast(page, Scan(page))
    assert [p.name for p in cast.who(text.index("all standards"))] == ["Cormac Jute", "Zubin Hollis"]
    assert [p.name for p in cast.who(text.index("would have"))] == ["Linnea Mostyn"]


def test_fields_give_the_place_of_each_value() -> None:
    text = STRUCTURES[0][1]
    page = Page(text)
    record = records_of(Frame(page, Scan(page)))[1]
    assert {kind: text[a:b] for kind, (a, b) in record.fields.items()} == {
        "name": "Former DC 771 Ines Calloway-Brook",
        "date": "9 May 2021",
        "finding": "Gross misconduct",
        "outcome": "Would have been dismissed",
    }


def test_one_officer_in_two_records_is_one_person() -> None:
    text = STRUCTURES[0][1].replace("Former DC 771 Ines Calloway-Brook", "PC 2218 Marlon Ashdown")
    assert told(text) == [("Marlon Ashdown", PC, "2218"), ("PC Z", PC, None)]


def test_a_list_of_other_stories_has_no_records() -> None:
    text = """PC Tobias Quill was jailed for two years at Leeds Crown Court today for theft.

The judge told him that he had betrayed everybody who knew him.

Related stories
- PC Marlon Ashdown dismissed after crash
- Sergeant Isolde Penn cleared of assault
"""
    assert told(text) is None
    page = Page(text.replace("Related stories\n", ""))
    at = page.text.index("- PC Marlon")
    assert record_cast(page, Scan(page), [], [(at, len(page.text))]) is None


def test_the_first_and_the_second_of_an_entry_are_told_apart() -> None:
    text = """1. A special constable resigned.
2. Two police constables had both claimed overtime. The first was dismissed without notice. The second received a written warning.
"""
    page = Page(text)
    cast = find_cast(page, Scan(page))
    both, first, second = (cast.who(text.index(w)) for w in ("had both", "dismissed", "received"))
    assert len(both) == 2
    assert [both[0]] == list(first)
    assert [both[1]] == list(second)


def test_a_sentence_about_all_but_one_leaves_that_one_out() -> None:
    text = (
        STRUCTURES[0][1] + "\nIn each case other than that of PC Ashdown the hearing was held in private.\n"
    )
    page = Page(text)
    cast = find_cast(page, Scan(page))
    assert [p.name or p.label for p in cast.who(text.index("held in private"))] == [
        "Ines Calloway-Brook",
        "PC Z",
    ]
