"""Who is no subject: civilians whose own case a page tells, and officers of whom nothing is told against anybody."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[str | None]:
    """The names of a page's subjects."""
    return [s["name"] or s["label"] for s in read(Document("x", text)).to_dict()["subjects"]]


NOBODY = [
    # the accused is a civilian whose kin is an officer
    "A grocer whose sister is a police sergeant has been fined £700 for selling fireworks to children.\n\nTed Marrable, 51, admitted "
    "two offences at Leeds Magistrates' Court. His sister, Sergeant Una Marrable of West Yorkshire Police, was not in court.",
    # an impostor
    "A trickster who told pensioners he was a detective from Kent Police has been jailed for three years.\n\nLen Varco, 44, admitted "
    "five burglaries at Maidstone Crown Court. Detective Constable Ros Pell, who led the inquiry, said: \"He had no warrant card.\"",
    # a solicitor who lied to an officer
    "Solicitor Gareth Imbley told DC Petra Sallis of Essex Police that his client had been in Wales. It was a lie, and he was "
    "convicted of perverting the course of justice at Chelmsford Crown Court and sentenced to nine months.",
    # an officer shot on duty
    "Constable Abel Tranter was shot in the leg in a siege in Bolton. On Monday the Greater Manchester man received a bravery medal "
    "from the Chief Constable. The gunman, Ray Quill, was convicted of attempted murder and jailed for life.",
    # a murderer's appeal on the word of an officer
    "Murderer Wilf Oaks has lost an appeal which turned on the word of PC Moira Denby.\n\nThe Court of Appeal ruled that the Durham "
    "Police constable was an honest witness. Oaks was convicted at Durham Crown Court.",
    # an officer stalked, and one stabbed: somebody else's crimes, told in sentences that name nobody
    "Man jailed for stalking police officer\n\nRoland Pickford, 51, bombarded PC Amara Whitwell with messages after she took a "
    "statement from him. At Leeds Crown Court he was sentenced to 16 months for stalking.",
    "Two teenagers charged after police officer stabbed\n\nTwo boys aged 15 and 16 have been charged with attempted murder after a "
    "police officer was stabbed in Ilford. PC Zac Omond is recovering in hospital.",
    # soldiers and abusers beside officers are no officers
    "Soldier dismissed from army after attack on constable\n\nLance Corporal Aiden Roper, 22, was dismissed from Her Majesty's "
    "service and detained for six months for assaulting PC Mona Castle outside a club in Colchester.",
    "Paedophile snared by PC who posed as girl online\n\nRegistered sex offender Callum Threlfall, 38, of Bury, was jailed for three "
    "years after trying to meet a girl who was really an undercover police officer.\n\nPC Leona Barrow said: \"Threlfall is a danger to children.\"",
    # a civil dispute with an officer
    "A headteacher who called a constable a fool has been suspended by her school.\n\nJoan Pimm, 52, was stopped by PC Karl Yeo in "
    "Hull. Humberside Police said that he was on normal duties and that it had received no complaint.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    """A page that tells nothing against an officer has no subject."""
    assert subjects(text) == []


ONE = [
    # the witness, the complaint handler and the one whom a correction clears are none
    (
        "You complained to DS Tara Holm that DC Ivan Stott of Kent Police did not look into your burglary. Kent Police will now hold a "
        "misconduct meeting for DC Stott. DS Holm will tell you the result.",
        ["Ivan Stott"],
    ),
    (
        "Last week we reported that PC Owen Drey of Kent Police had been dismissed. That was wrong and we apologise. It was PC Alec Drey, "
        "no relation, who was dismissed after a misconduct hearing.",
        ["Alec Drey"],
    ),
    (
        "On the same day PC Sam Ort was told he would be dismissed without notice by Durham Constabulary and the other, PC Mel Ort, who "
        "had reported him, was thanked by the panel for her courage.",
        ["Sam Ort"],
    ),
    (
        "A complaint about Kit Rowse, the legally qualified chair who dismissed PC Ada Lunt of Essex Police without notice, is with a "
        "magistrate.",
        ["Ada Lunt"],
    ),
    # an officer beside a civilian, whose own case is told too
    (
        "A plumber has been jailed for four years for burglary at Hull Crown Court.\n\nDon Speke, 40, was helped by PC Ira Vance of "
        "Humberside Police, who was convicted of misconduct in public office and jailed for a year.",
        ["Ira Vance"],
    ),
    # an officer who suffered and is accused all the same
    (
        "PC Noel Ash of Kent Police was stabbed on duty in 2014. Yesterday he was dismissed without notice after a misconduct hearing.",
        ["Noel Ash"],
    ),
    # one who is both
    (
        "A boxer who is also a special constable has been fined £300 for common assault.\n\nVic Amory, 33, of Gwent Police, admitted it at "
        "Newport Magistrates' Court.",
        ["Vic Amory"],
    ),
    # a judge's words to the accused are no conversation with a witness
    (
        '"You came close," a judge told PC Ravi Thorn. She sentenced the Kent officer at Maidstone Crown Court to a community order for '
        "stalking.",
        ["Ravi Thorn"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), ONE)
def test_only_the_accused(text: str, names: list[str]) -> None:
    """Whoever something is told against is a subject, and nobody beside them."""
    assert subjects(text) == names


LED = [
    # a panel led by a senior officer
    "PC 2207 Orla Fenwhistle of Durham Constabulary appeared before a panel led by Assistant Chief Constable Hugo Trask on 3 May 2023. "
    "The panel found misconduct. A written warning was imposed for eighteen months.",
    # who headed the panel, told after the name
    "PC Orla Fenwhistle of Durham Constabulary was dismissed without notice. Assistant Chief Constable Hugo Trask, who headed the "
    "panel, said that gross misconduct was proved.",
    # a hearing presided over by somebody without a rank
    "A misconduct hearing, which was presided over by Hugo Trask, found gross misconduct proved against PC Orla Fenwhistle of Durham "
    "Constabulary. She was dismissed.",
    # a senior officer who dismissed somebody, told the long way round
    "Commander Hugo Trask dismissed a former response officer, PC Orla Fenwhistle of Durham Constabulary, without notice after an "
    "accelerated hearing on 3 May 2023.",
    # under the chairmanship of, and one who sat with the panel
    "PC Orla Fenwhistle of Durham Constabulary faced a misconduct hearing under the chairmanship of Commander Hugo Trask. Superintendent "
    "Ivy Melrose sat with the panel. A final written warning was given.",
]  # fmt: skip


@pytest.mark.parametrize("text", LED)
def test_who_leads_a_panel(text: str) -> None:
    """Whoever leads a panel, or sits with it, is no subject of the case."""
    assert subjects(text) == ["Orla Fenwhistle"]


def test_a_chair_with_a_case_of_his_own() -> None:
    """One who once chaired another's hearing stays the subject of his own case."""
    text = (
        "Superintendent Hugo Trask of Durham Constabulary has been dismissed without notice. A misconduct hearing chaired by Ms Ada Finch "
        "found gross misconduct on 4 June 2021. PC Orla Fenwhistle was given a final written warning at a misconduct hearing in 2018."
    )
    assert "Hugo Trask" in subjects(text)


def test_an_officer_who_harmed_another_is_a_subject() -> None:
    """That an officer was somebody's victim does not hide the officer who did it."""
    text = (
        "Sergeant jailed for stalking police officer\n\nSgt Roland Pickford of West Yorkshire Police, 51, was sentenced to 16 months "
        "at Leeds Crown Court for stalking PC Amara Whitwell."
    )
    assert subjects(text) == ["Roland Pickford"]


@pytest.mark.parametrize(
    "told",
    [
        "Leanne Pocklund, a mother of two, was found unresponsive in a cell at Hull on 3 May 2014.",
        "Pocklund's body was taken to Hull. Leanne Pocklund had been arrested on 3 May 2014.",
        "Leanne Pocklund, 31, died in hospital on 3 May 2014.",
        "Dean Skerrit, 30, was jailed for life at Hull Crown Court after being convicted of Leanne Pocklund's murder.",
    ],
)
def test_who_died_or_killed_gives_way_to_officers_without_names(told: str) -> None:
    text = (
        f"Officers face hearing over death\n\nA custody sergeant and a constable are to face gross misconduct "
        f"proceedings over the death of a woman.\n\n{told}\n\nThe Independent Police Complaints Commission said that "
        "the Humberside sergeant had a case to answer for gross misconduct. A constable who was on duty with him also "
        "has a case to answer for gross misconduct."
    )
    told_of = read(Document("x", text)).to_dict()["subjects"]
    assert [(s["name"], s["rank"]) for s in told_of] == [(None, "sergeant"), (None, "police_constable")]


@pytest.mark.parametrize(
    "told",
    [
        "Cumbria Police's deputy chief constable, Sonia Threll, who is suspended on full pay, faces seven allegations of gross misconduct.",
        "Deputy Chief Constable Sonia Threll denies gross misconduct.",
        "Chief Inspector Sonia Threll told nobody about it. She was given a final written warning in February.",
    ],
)
def test_a_senior_officers_own_case_is_told_of_them(told: str) -> None:
    text = (
        f"Panel hears of relationship\n\nOne of the north's most senior officers was before a panel.\n\n{told}\n\n"
        "Chief Constable Leo Garsdal said the force would co-operate."
    )
    assert [s["name"] for s in read(Document("x", text)).to_dict()["subjects"]] == ["Sonia Threll"]


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("PC tells inquest of bid to save teenager", "PC Bethan Colcott, 23, had been out of training school for six weeks. She told an inquest that she had found him."),
        ("Young constable honoured for river rescue", "PC Bethan Colcott, 23, was off duty when she heard shouting and jumped in."),
        ("Whistleblower constable wins payout from force", "PC Bethan Colcott was awarded £41,300. The tribunal heard that PC Colcott had found a toy rat in her tray."),
    ],
)  # fmt: skip
def test_witnesses_heroes_and_whistleblowers_are_no_subjects(headline: str, told: str) -> None:
    text = f"{headline}\n\n26 September 2019\n\nA young police officer was praised yesterday.\n\n{told}"
    assert subjects(text) == []


def test_of_whom_a_whistleblower_complained_is_the_subject() -> None:
    text = (
        "Whistleblower constable wins payout\n\nPC Bethan Colcott was awarded £41,300 by an employment tribunal.\n\n"
        "The sergeant about whom she complained, Craig Lumsden, was dismissed for gross misconduct in November 2019."
    )
    found = read(Document("x", text)).to_dict()["subjects"]
    assert [(s["name"], s["rank"]) for s in found] == [("Craig Lumsden", "sergeant")]


def test_officers_who_were_groped_are_no_subjects() -> None:
    text = (
        "Sergeant accused of groping PCs\n\nCustody sergeant Fergus Latchmoor, 46, of Kent Police, is alleged to have put his hand up PC "
        "Holly Ardell's skirt, slapped PC Megan Thorlby's bottom and kissed PC Una Fellow.\n\nPC Ardell, 25, who has waived her "
        'anonymity, told the panel at a misconduct hearing: "He was my supervisor."'
    )
    assert subjects(text) == ["Fergus Latchmoor"]


def test_who_died_in_the_next_sentence_is_no_subject() -> None:
    text = (
        "Crossing death: driver to face meeting\n\nThe Northumbria Police officer whose car struck a pensioner has a case to answer for "
        "misconduct, the IOPC said.\n\nEdith Allensby, 79, was crossing a road with her shopping when she was hit by the car. She died "
        "at the scene.\n\nThe driver, a constable, will attend a misconduct meeting."
    )
    assert None in subjects(text)
    assert "Edith Allensby" not in subjects(text)


@pytest.mark.parametrize("between", [" of Cumbria Police", ", 51, from Kendal,", " (pictured)", ""])
def test_an_own_case_is_told_past_what_somebody_is_of(between: str) -> None:
    text = (
        f"Chief faces panel\n\n10 November 2020\n\nDeputy Chief Constable Sonia Threll{between} faces seven allegations of gross "
        "misconduct.\n\nThe hearing is before a panel chaired by Rupert Ashgill-Bose QC. Sitting with him is Robert Onuoha."
    )
    told = read(Document("x", text)).to_dict()["subjects"]
    assert [(s["name"], s["proceeding"]["chair"]) for s in told] == [("Sonia Threll", "Rupert Ashgill-Bose")]


_CASE = (
    "Detective sacked\n\nLeander Voss, a Kent Police detective, has been dismissed without notice after a misconduct "
    "hearing found he abused his position.\n\n"
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("It is not the first time. In 2016 one of its sergeants, Hal Brisbourne, got six years for causing death by dangerous driving. He was later dismissed.", "Hal Brisbourne"),
        ("The case has echoes of that of Dale Hutchcraft, a Deal traffic officer required to resign in 2008.", "Dale Hutchcraft"),
        ("The sacking comes eighteen months after the force dismissed Mary Quail, a PC at Deal, over racist messages.", "Mary Quail"),
        ("Last year Essex inspector Tom Gedding lost his job for much the same thing.", "Tom Gedding"),
    ],
)  # fmt: skip
def test_an_older_case_closes_the_story(words: str, name: str) -> None:
    found = read(Document("x", _CASE + words + "\n")).to_dict()["subjects"]
    assert [(s["name"], s.get("background", False)) for s in found] == [("Leander Voss", False), (name, True)]


@pytest.mark.parametrize(
    "words",
    [
        "A woman gave evidence that she had warned a supervisor. That supervisor, a sergeant, was given words of advice.",
        "The sergeant who supervised him received management advice, and an inspector faces a misconduct meeting.",
    ],
)
def test_the_rank_of_another_without_a_name_is_not_the_officers(words: str) -> None:
    found = read(Document("x", _CASE + words + "\n")).to_dict()["subjects"]
    assert [s["rank"] for s in found if s["name"]] == [None]


def test_a_detective_whom_only_a_jury_names_first_and_a_woman_who_worked_for_the_police() -> None:
    found = read(
        Document(
            "x",
            "Detective cleared\n\nJurors at Reading Crown Court failed to reach a verdict on Leander Voss, a Thames Valley Police "
            "detective, in 2014. At the retrial the following March the 42-year-old was acquitted of two counts of rape.\n",
        )
    ).to_dict()["subjects"]
    assert [(s["name"], s["force"]) for s in found] == [("Leander Voss", "thames_valley")]
    found = read(
        Document(
            "x",
            "Custody officer jailed\n\nA woman who worked in a police cell block has been sent to prison for nine years after running "
            "down her boyfriend.\n\nRosalind Poole, a detention officer with Lancashire Constabulary, was convicted of manslaughter at "
            "Preston Crown Court.\n",
        )
    ).to_dict()["subjects"]
    assert [[x["length"] for x in s["sentences"]] for s in found] == [["P9Y"]]
