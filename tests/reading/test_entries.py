"""Entries: paragraphs opened by names, of which only those with a police role are about an officer."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.cast import Cast, find_cast
from peelian.reading.page import Page
from peelian.reading.scan import Scan

ROUND_UP = """Before the bench
Sitting at Kelbrook Magistrates' Court

Monday

Ivor Plashett, 51, of Mill Rise, Kelbrook. No television licence. Fined £120, costs £40, surcharge £12.

Dora Wintle, 34, of Tanyard Row, Kelbrook, drove with excess alcohol on Fell Road. She told the bench that she was a sergeant with Cumbria Police. Banned for 14 months and fined £400.

Tuesday

Luke Farrand, 22, of no fixed abode. Assaulted a police constable, Amy Sperrin, in the custody suite. Eight weeks.

Hugo Bexley, 47, an enquiry clerk at Kelbrook police station, of Fell Road. Theft of £15 from lost property. Conditional discharge for a year.

PC Neil Brammer, 29, of Castle Bank. Careless driving, admitted. Fined £300 and five points.

John Constable, 60, of The Green. Mr Constable, a plumber, was fined £90 for littering in the market square.
"""

SACKED = """The names on Durham's list for 2021

Odette RAMSDEN. The ex-PC sold a force laptop and was fined by magistrates. Dismissed without notice in May.

Odo RAMSDEN (no relation). Sergeant in Darlington. Lied about a search. A hearing in June found gross misconduct.

OFFICER B. A constable with nine years in. Resigned before a hearing in July, and would have been dismissed.

Kit VANCE-HOLLIS. A detention officer who slept through two checks on a prisoner. Dismissed in August.
"""

STORY = """Three jailed over dealers' ring

Sergeant Paul Tranter, 44, of Hythe, was jailed for six years at Canterbury Crown Court for selling what he had seized.

Wayne Clegg, 39, of Dover, was told that he had led Tranter by the nose, and was given nine years for supplying cocaine.

Maria Clegg, 37, of Dover, had counted the money for Tranter and for her husband, the judge said, and got four years.
"""


def cast_of(text: str) -> Cast:
    page = Page(text)
    return find_cast(page, Scan(page))


def test_only_those_with_a_police_role_are_subjects() -> None:
    subjects = {p.name: p.rank and p.rank.value for p in cast_of(ROUND_UP).subjects}
    assert subjects == {
        "Dora Wintle": "sergeant",
        "Hugo Bexley": "police_staff",
        "Neil Brammer": "police_constable",
    }


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("No television", []),  # the entry of somebody with no police role is nobody's
        ("Eight weeks", []),  # nor is that of a man who assaulted an officer
        ("Banned for", ["Dora Wintle"]),
        ("Conditional", ["Hugo Bexley"]),
        ("Sitting at", ["Dora Wintle", "Hugo Bexley", "Neil Brammer"]),  # the court belongs to all
        ("Monday", ["Dora Wintle"]),  # a day to those below it, up to the next
        ("Tuesday", ["Hugo Bexley", "Neil Brammer"]),
    ],
)
def test_each_entry_tells_of_its_own_person(words: str, names: list[str]) -> None:
    cast = cast_of(ROUND_UP)
    assert [p.name for p in cast.who(ROUND_UP.index(words))] == names


def test_names_ended_by_a_full_stop_and_a_label_among_them() -> None:
    cast = cast_of(SACKED)
    assert [p.name or p.label for p in cast.subjects] == [
        "Odette RAMSDEN",
        "Odo RAMSDEN",
        "OFFICER B",
        "Kit VANCE-HOLLIS",
    ]
    assert [p.rank.value for p in cast.subjects if p.rank] == [
        "police_constable",
        "sergeant",
        "police_constable",
        "police_staff",
    ]


def test_one_story_about_several_people_is_no_list_of_entries() -> None:
    assert [p.name for p in cast_of(STORY).subjects] == ["Paul Tranter"]
    assert cast_of(STORY).persons[0].region is None


def test_a_long_list_without_gaps_is_read() -> None:
    """Each line asked the next whether it opens an entry, and that one the next: 600 lines were too deep."""
    names = [f"{a} {b}{c}" for a in ("Ivor", "Dora", "Luke") for b in ("Plash", "Wint", "Farr") for c in
             ("ett", "ley", "and", "ing", "ham", "ton", "ford", "wick", "well", "stow")]  # fmt: skip
    line = "{}, 51, of Mill Rise, Kelbrook, a constable of Kent Police, was dismissed for theft."
    page = "\n".join(line.format(names[n % len(names)]) for n in range(1_500))
    assert read(Document("long", page)).subjects


FACES = """Locked up: nine people jailed in May

The Fellside Messenger
30 MAY 2019

Here are some of those sent to prison at Carlisle Crown Court over the past month.

Dean Ormathwaite
A burglar, 25, who went back for his own jacket. Four years, on May 2.

Petra Lorton
Detective Constable Petra Lorton's job at Cumbria Police was to look after informants. She lied about one of them.
The 45-year-old was found guilty of two counts of misconduct in a public office. She was jailed for three years on May 8.

Aled Constable-Wray
Dangerous driving with PC Stuart Amble on the bonnet. Constable-Wray, 19, was given 30 months on May 17.

Jo and Ida Sergeant
Sisters, 34 and 31. Between them they swindled a pensioner out of £61,000. Two years each, May 20.

Nora Threlkeld
For three years she answered 999 calls for Cumbria Police. She pleaded guilty to a charge of theft and was jailed for a year on May 21.

Max Bewley
The former cadet leader assaulted a boy of 14 in 1983, when he was a serving sergeant at Penrith. He pleaded guilty to indecent assault and was jailed for five years.

Follow us for news from court
"""


def test_names_alone_on_their_lines_open_entries() -> None:
    subjects = read(Document("page", FACES)).to_dict()["subjects"]
    assert [(s["name"], s["rank"], s["courts"]) for s in subjects] == [
        ("Petra Lorton", "detective_constable", ["Carlisle Crown Court"]),
        ("Nora Threlkeld", "police_staff", ["Carlisle Crown Court"]),
        ("Max Bewley", "sergeant", ["Carlisle Crown Court"]),
    ]
    assert [len(s["sentences"]) for s in subjects] == [1, 1, 1]


BENCH = """FROM THE COURTS

Results from Kendal Magistrates' Court, as supplied by the court office.

Tuesday 29 October 2019

Desmond Lunn, 44, of Mill Rise, Kendal: no insurance, Fell Road. £300 fine, £85 costs, six points.

Margery Copper, 68, of Bilton Grange: theft of bedding plants. Absolute discharge.

Thursday 31 October 2019

Niall Haverbank, 27, of Tanyard Row, Kendal: admitted assaulting his flatmate by beating. 12-month community order, £60 victim surcharge. Haverbank was until a fortnight ago a detention officer at the custody suite in Kendal, employed by Cumbria Police.

Gareth Pugmire, 51, of Starbeck: drunk and disorderly, Castle Street. £80 fine.

Friday 1 November 2019

Edna Quill, 36, of Ripon: careless driving, Fell Road. £200 fine.
"""


def test_a_bench_list_says_the_court_first_and_the_day_above() -> None:
    (officer,) = read(Document("page", BENCH)).to_dict()["subjects"]
    assert (officer["name"], officer["rank"]) == ("Niall Haverbank", "police_staff")
    assert officer["courts"] == ["Kendal Magistrates' Court"]
    assert officer["sentenced_on"] == "2019-10-31"
    assert officer["residence"] == "Tanyard Row, Kendal"


def test_one_name_in_anothers_entry_does_not_make_a_story_of_a_round_up() -> None:
    told = ROUND_UP.replace(
        "Fined £300 and five points.", "Fined £300 and five points. Ivor Plashett was not a witness."
    )
    assert told != ROUND_UP
    assert [p.name for p in cast_of(told).subjects] == [p.name for p in cast_of(ROUND_UP).subjects]


WAYS = """Gone: five from Durham's roll

Jacoby ALDERSHAW, sergeant at Stanley, sold the answers to a promotion test. He was dismissed without notice in March.

Octavian DUCKWORTH-OSEI, ex-inspector. Durham Crown Court gave him fourteen months in August for perverting the course of justice.

OFFICER D, who has a young child and may not be named. Detective constable. Harassed a colleague by letter. Final written warning in September.

Sunniva PELLOW: a call handler, so not on the public list. She was fined £300 in November for a data protection offence and dismissed.
"""


def test_the_ways_in_which_an_entry_says_who_it_is_about() -> None:
    subjects = [(p.name or p.label, p.rank and p.rank.value) for p in cast_of(WAYS).subjects]
    assert subjects == [
        ("Jacoby ALDERSHAW", "sergeant"),
        ("Octavian DUCKWORTH-OSEI", "inspector"),
        ("OFFICER D", "detective_constable"),
        ("Sunniva PELLOW", "police_staff"),
    ]


_ROUND_UP = """Jailed: the faces of crime in Kent this month

By Jo Lake

All of these people were sentenced at Maidstone Crown Court in March 2021.

Peter Sergeant
The 45-year-old from Dover hid cannabis in a piano. Sergeant, who has no previous convictions, got two years on March 3.

Amy Larkin-Voss
She spent eleven years with Kent Police and was trusted with its informants. Larkin-Voss, 38, was jailed for three years.

Stan Moody
Moody, 24, beat a neighbour over a hedge. He was a retired police inspector. Four years, March 12.

Ivan Petch
Petch, 61, told neighbours that he had served with Kent Police. He had not, and he took £9,000 from them for alarms.

Neil Brandreth
Neil Brandreth patrolled the streets of Thanet for Kent Police until last summer. He was jailed for 14 months.
"""


def test_who_served_is_an_officer_and_who_is_only_called_sergeant_is_none() -> None:
    told = read(Document("x", _ROUND_UP)).to_dict()["subjects"]
    assert [(s["name"], s["rank"]) for s in told] == [("Amy Larkin-Voss", None), ("Neil Brandreth", None)]


_WITH_RANKS = """Who was jailed in Gloucestershire this summer

These are the cases that ended at Gloucester Crown Court between June and August 2015.

Terence Mulcahy-Bright
Lead, slates, two bells. Mulcahy-Bright, 50, from Cinderford, dismantled a church over a winter. 30 months on June 9.

Police Constable Zoe Tremlett-Ohuruogu
Tremlett-Ohuruogu, 33, took £2,150 from people she had arrested. She was sentenced to 15 months on June 19.

Neville and Sandra Prowse
Both 61. Neville, a retired detective sergeant of Gloucestershire Constabulary, wound back 340 clocks and got three years.

Reuben Askew-Donnelly
Until January Askew-Donnelly, 41, was a special. He punched a doorman so hard that he broke his jaw.

Gavin Stobbart-Lowe
The 44-year-old from Willington, who was a traffic sergeant with the same force until he resigned, was jailed for a month.
"""


def test_ranks_over_entries_and_duties_before_ranks() -> None:
    told = read(Document("x", _WITH_RANKS)).to_dict()["subjects"]
    assert [(s["name"], s["rank"]) for s in told] == [
        ("Zoe Tremlett-Ohuruogu", "police_constable"),
        ("Neville Prowse", "detective_sergeant"),
        ("Reuben Askew-Donnelly", "special_constable"),
        ("Gavin Stobbart-Lowe", "sergeant"),
    ]


_LISTED = """COURT ROUND-UP
King's Lynn Magistrates' Court

{first}

BARNABY SLOE-HENSHALL (29), Gaywood Road, King's Lynn. Cycling on a footway. £60 and £40 costs.

EDITH MARCHETTI-COLE (33), Snettisham. Drove with excess alcohol on 3 August. A PC with Norfolk Constabulary. Fined £440.

Friday, September 13

IVOR DENNY (70), Downham Market. Let a bull stray. Discharged absolutely, bull and all.

CLIVE PECKOVER-SINGH (38), Fairstead. A police community support officer, he was found guilty of driving without insurance. Fined £600.
"""


@pytest.mark.parametrize("first", ["Wednesday 11 September", "Sitting on Wednesday 11 September"])
def test_a_day_above_entries_of_a_court_list_is_the_day_of_sentence(first: str) -> None:
    told = read(Document("x", _LISTED.format(first=first))).to_dict()["subjects"]
    assert [s["sentenced_on"] for s in told] == ["XXXX-09-11", "XXXX-09-13"]


_OTHERS_IN_ENTRIES = """Faces of the month: who Sheffield's judges locked up in February

These were all given prison terms at Sheffield Crown Court in February 2019.

Dorian Pell-Asante
He was the treasurer of a bowls club. Its members now play on somebody else's grass. Twenty-six months, February 4.

Cedric Nunn
Nunn, 66, set fire to his own shop. His son is a special constable. Three years in prison, February 21.

Phoebe Adair-Lindqvist
Six hundred pounds a time is what she charged. She typed statements for a living at Snig Hill police station. 16 months.
"""


def test_kin_of_an_entrys_person_and_desk_work_at_a_police_station() -> None:
    told = read(Document("x", _OTHERS_IN_ENTRIES)).to_dict()["subjects"]
    assert [(s["name"], s["rank"]) for s in told] == [("Phoebe Adair-Lindqvist", "police_staff")]
