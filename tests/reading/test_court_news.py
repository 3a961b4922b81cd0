"""News of criminal courts: whose case a story tells, and what each of several defendants was tried for."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import Reading, read


def _read(text: str) -> Reading:
    return read(Document("x", text))


def _names(text: str) -> list[str | None]:
    return [s.name for s in _read(text).subjects]


def test_lead_without_a_name_means_whoever_is_named_next() -> None:
    reading = _read(
        "Police chief's supermarket shame\n\nA RETIRED chief inspector was caught slipping a steak into his coat at a shop.\n\n"
        "Bernard Fallows, 63, once the head of CID, held his hands up to a single theft before the city's magistrates on Monday.\n\n"
        "For Fallows, Jacqueline Etheridge said he could offer no explanation.\n"
    )
    assert [(s.name, s.rank, s.age) for s in reading.subjects] == [("Bernard Fallows", "chief_inspector", 63)]
    assert [(o.offence, o.stage) for o in reading.subjects[0].offences] == [("theft", "convicted")]


@pytest.mark.parametrize(
    "lead",
    [
        "A police officer was attacked with a bottle as he tried to break up a fight.",
        "A prison officer who smuggled drugs into jail has been locked up for three years.",
    ],
)
def test_lead_of_another_means_no_officer(lead: str) -> None:
    text = f"Jail after night of violence\n\n{lead}\n\nLee Barr, 22, of Goole, admitted wounding at Hull Crown Court.\n"
    assert "Lee Barr" not in _names(text)


def test_a_superintendent_named_after_the_lead_is_not_its_officer() -> None:
    text = (
        "Officer sacked\n\nAn officer who faked a sick note has been told that she must leave the force for good.\n\n"
        "Superintendent Gillian Frost said the public expected better.\n"
    )
    assert "Gillian Frost" not in _names(text)


def test_an_officer_whom_a_drunk_bit_is_no_subject() -> None:
    text = (
        "Man who bit officer's finger jailed\n\nA DRUNKEN reveller who bit a police officer's finger outside a nightclub has been jailed.\n\n"
        "PC Abigail Trewin, 26, was called with a colleague to a fight in Lucy Road.\n\n"
        "Shane Dullingham, 32, clamped his teeth around her finger, Basildon Crown Court heard. Dullingham admitted wounding.\n\n"
        "Recorder Miles Atherstone commended PC Trewin and sentenced Dullingham to three years.\n"
    )
    assert _names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two jailed over attack on Pc\n\nTwo brothers who left a policeman with a fractured skull have been sent to prison.\n\n"
        "Dean Orme, 24, and Carl Orme, 27, both of Bootle, set upon PC Harry Lomas, 33, outside a kebab shop in May.\n\n"
        "Both men admitted grievous bodily harm with intent. Dean Orme was jailed for nine years and Carl Orme for seven.\n",
        "Driver who dragged constable along road banned\n\nA motorist who drove off with a constable hanging from his window has been banned.\n\n"
        "Ricky Vole, 41, of Bath, pleaded guilty to dangerous driving. PC Sian Webb suffered cuts to her legs.\n",
    ],
)
def test_whoever_hurt_an_officer_is_no_subject(text: str) -> None:
    assert _names(text) == []


def test_an_officer_who_hurt_an_officer_is_the_subject() -> None:
    text = (
        "Policeman who attacked fellow officer is spared jail\n\nA policeman who punched a fellow officer at a party has been spared jail.\n\n"
        "PC Dale Firth, 35, knocked PC Rob Lane unconscious in a Derby bar, the city's magistrates heard.\n\n"
        "Firth admitted assault occasioning actual bodily harm and was given 12 weeks, suspended for a year.\n"
    )
    assert _names(text) == ["Dale Firth"]


def test_those_listed_as_sentenced_alongside_are_civilians() -> None:
    text = (
        "Bent detective jailed with his paymasters\n\n"
        "Neil Haxby, 39, a Humberside Police detective constable, pleaded guilty to misconduct in public office and was jailed for six years.\n\n"
        "SENTENCED ALONGSIDE HIM WERE:\n\n"
        "Jermaine Colbeck, 34, of Isledane, Hull: conspiracy to supply cocaine - 14 years\n"
        "Robbie Sugden, 30, of Greenwood Avenue, Hull: conspiracy to supply cocaine - nine years\n"
    )
    reading = _read(text)
    assert [s.name for s in reading.subjects] == ["Neil Haxby"]
    assert [o.offence for o in reading.subjects[0].offences] == ["misconduct_in_public_office"]


_LISTED = (
    "Officers in court over overtime\n\nThree Met officers made their first appearance at Westminster Magistrates' Court.\n\nIn the dock were:\n\n"
    "• Inspector Alan Whitcroft, 50, of Windlesham, Surrey\n• Sgt Deborah Sainty, 43, of Feltham\n• PC Julian Frere, 33, of Hanwell\n\n"
    "Each faces a single charge of conspiracy to commit fraud by false representation. Whitcroft is also accused of misconduct in a public office.\n\n"
    "None of the defendants entered a plea. They were bailed to attend Southwark Crown Court on August 20.\n"
)


def test_they_after_a_list_means_all_who_are_listed() -> None:
    for subject in _read(_LISTED).subjects:
        assert "Southwark Crown Court" in subject.courts


def test_the_county_of_a_home_is_no_force() -> None:
    assert {s.force for s in _read(_LISTED).subjects} == {"metropolitan"}


@pytest.mark.parametrize(
    ("words", "offence"),
    [
        ("conspiracy to commit fraud by false representation", "fraud_by_false_representation"),
        ("conspiracy to commit theft", "theft"),
        ("conspiracy to commit an offence under the Computer Misuse Act", "computer_misuse"),
    ],
)
def test_a_conspiracy_takes_the_id_of_its_offence(words: str, offence: str) -> None:
    text = f"PC jailed\n\nPC Lee Marsden, 40, of Essex Police, pleaded guilty to {words} at Chelmsford Crown Court.\n"
    assert [(o.offence, o.title) for o in _read(text).subjects[0].offences] == [(offence, words)]


def _charges(text: str) -> dict[str | None, list[tuple[str, str, int | None, str | None]]]:
    return {s.name: [(o.offence, o.stage, o.count, o.plea) for o in s.offences] for s in _read(text).subjects}


def test_whoever_admitted_it_admitted_what_the_co_accused_was_tried_for() -> None:
    text = (
        "Sergeant and PC sentenced over cover-up\n\nSgt Warren Pickersgill, 45, and PC Ben Stoddard, 31, have been sentenced at Leeds Crown Court.\n\n"
        "Pickersgill was convicted in October of conspiracy to pervert the course of justice. "
        "Stoddard had admitted it at the outset together with failing to stop after an accident.\n"
    )
    assert _charges(text) == {
        "Warren Pickersgill": [("perverting_the_course_of_justice", "convicted", None, None)],
        "Ben Stoddard": [
            ("perverting_the_course_of_justice", "convicted", None, "guilty"),
            ("failing_to_stop", "convicted", None, "guilty"),
        ],
    }


def test_an_officer_on_whom_the_jury_could_not_agree_stays_charged() -> None:
    text = (
        "Custody death trial\n\nJurors at Northampton Crown Court were discharged after failing to reach a verdict on Sgt Patrick Nwosu, 46. "
        "PC Jane Goddard, 34, was cleared of misconduct in public office. Detention officer Roy Enderby, 52, was found guilty of the same offence.\n"
    )
    assert {name: [c[1] for c in charges] for name, charges in _charges(text).items()} == {
        "Patrick Nwosu": ["charged"],
        "Jane Goddard": ["acquitted"],
        "Roy Enderby": ["convicted"],
    }
    assert all(s.proceeding is None for s in _read(text).subjects)


@pytest.mark.parametrize(
    ("verdicts", "told"),
    [
        (
            "was charged with three counts of theft. The jury found him not guilty of count one. They were unable to agree on the remaining two.",
            [("theft", "acquitted", 1, None), ("theft", "charged", 2, None)],
        ),
        (
            "denied five counts of theft. Jurors convicted him of counts one and three, cleared him of count two and failed to agree on the other two.",
            [("theft", "convicted", 2, "not_guilty"), ("theft", "acquitted", 1, "not_guilty"), ("theft", "charged", 2, "not_guilty")],
        ),
        (
            "was found not guilty of one count of theft, but the jury could not reach verdicts on two further counts.",
            [("theft", "acquitted", 1, None), ("theft", "charged", 2, None)],
        ),
        (
            "was cleared of two of the three charges of theft he faced. He was convicted on the third by a majority.",
            [("theft", "acquitted", 2, None), ("theft", "convicted", 1, None)],
        ),
    ],
)  # fmt: skip
def test_counts_on_which_a_jury_differed(
    verdicts: str, told: list[tuple[str, str, int | None, str | None]]
) -> None:
    assert _charges(f"Verdicts\n\nDC Lee Otter, 40, {verdicts}\n") == {"Lee Otter": told}


def test_what_an_officer_arrested_somebody_for_is_not_the_officers_crime() -> None:
    text = (
        "PC in the dock\n\nPC Tim Hale, 30, of Dorset Police, had arrested Ben Crouch on suspicion of criminal damage, a matter in which no charges "
        "were brought. He denies common assault at Poole Magistrates' Court.\n"
    )
    assert _charges(text) == {"Tim Hale": [("common_assault", "charged", None, "not_guilty")]}


_HEDGE = (
    "Inspector fined over hedge feud\n\nInspector Trevor Anstey, 49, of Cheshire Police, was convicted of harassment and a public order offence at "
    "Chester Magistrates' Court. His wife Michelle Anstey, 46, was convicted too.\n\n{}\n"
)


def test_each_of_two_fines_is_told_and_no_sum_counts_charges() -> None:
    subject = _read(
        _HEDGE.format(
            "The district judge fined him £1,250 for the harassment and £400 for the public order matter."
        )
    ).subjects[0]
    assert [x.amount for x in subject.sentences] == [1250, 400]
    assert [o.count for o in subject.offences] == [None, 1]


def test_mrs_is_the_inspectors_wife() -> None:
    subject = _read(_HEDGE.format("Mrs Anstey was found not guilty of criminal damage.")).subjects[0]
    assert "criminal_damage" not in [o.offence for o in subject.offences]


@pytest.mark.parametrize(
    ("words", "order"),
    [
        (
            "He has also to contribute £1,500 towards the cost of the prosecution.",
            ("costs", None, 1500),
        ),
        (
            "He must sign the sex offenders' register for ten years and was slapped with an SHPO for the same period.",
            ("shpo", "P10Y", None),
        ),
    ],
)
def test_orders(words: str, order: tuple[str, str | None, float | None]) -> None:
    text = f"PC jailed\n\nPC Ian Cole, 38, of Dorset Police, admitted sexual assault and was jailed for a year. {words}\n"
    assert order in [(x.kind, x.length, x.amount) for x in _read(text).subjects[0].orders]


def test_a_term_that_was_suspended() -> None:
    text = (
        "PC spared jail\n\nMelanie Tordoff, 29, a PC with West Yorkshire Police, pleaded guilty to perverting the course of justice. "
        "Tordoff's four-month term was suspended for a year, in view of the evidence she gave.\n"
    )
    sentence = _read(text).subjects[0].sentences[0]
    assert (sentence.kind, sentence.length, sentence.suspended_for) == ("suspended_sentence", "P4M", "P1Y")


_APPEALED = (
    "Officer wins appeal\n\nPC Kevin Rowbotham, 34, of Staffordshire Police, was found guilty of common assault by magistrates in Stafford in April 2008.\n\n"
    "But at the city's crown court yesterday Judge Alec Mountford allowed his appeal and quashed the conviction.\n\n"
    "A disciplinary hearing which had been arranged for next month will not now go ahead, the force said.\n"
)


def test_the_towns_crown_court_and_a_hearing_called_off() -> None:
    subject = _read(_APPEALED).subjects[0]
    assert "Stafford Crown Court" in subject.courts
    assert subject.proceeding is not None
    assert (subject.proceeding.kind, subject.proceeding.outcome) == ("misconduct_hearing", None)


def test_the_day_of_a_sentence_is_not_that_of_the_plea_nor_of_the_appeal() -> None:
    text = (
        "Ex-Pc's sentence doubled\n\n20 May 2015\n\nColin Rusbridge, 41, a former police officer, was sent to prison for 12 months in February by a judge at "
        "Carlisle Crown Court, having admitted misconduct in a public office.\n\n"
        "In London on Wednesday, Lady Justice Ferrars quashed the original sentence and replaced it with one of two years.\n"
    )
    assert _read(text).subjects[0].sentenced_on == "2015-02"


def test_the_day_is_told_at_the_storys_start() -> None:
    told = "\n\n".join(f"The court heard what happened next, part {n} of a long account." for n in range(9))
    text = (
        "Drink-drive PC banned\n\nThursday 12 March 2009\n\nPC Garry Pilbeam, 44, of Gloucestershire Constabulary, admitted driving with excess alcohol when "
        f"he appeared before the bench in Gloucester on Tuesday.\n\n{told}\n\nHe was fined £600.\n"
    )
    assert _read(text).subjects[0].sentenced_on == "2009-03-10"


def test_a_number_of_breaches_counts_no_later_offence() -> None:
    text = (
        "Detective remanded\n\nAled Prydderch, 36, a detective sergeant with North Wales Police, entered guilty pleas to two breaches of a non-molestation order "
        "but denied stalking involving serious alarm or distress at Llandudno magistrates' court.\n\n"
        'North Wales Police said: "Misconduct proceedings will be considered once the criminal case has ended."\n'
    )
    assert _charges(text) == {
        "Aled Prydderch": [
            ("breach_of_order", "convicted", 2, "guilty"),
            ("stalking", "charged", None, "not_guilty"),
        ]
    }
    assert _read(text).subjects[0].proceeding is None  # only considered


def test_an_inquiry_into_the_forces_handling_is_not_the_subjects() -> None:
    text = (
        "Rapist PC gets life\n\nDuncan Ferriby, 47, a PC with Hertfordshire Constabulary, was jailed for life for rape at St Albans Crown Court.\n\n"
        "The Independent Office for Police Conduct is investigating the force's handling of earlier reports.\n"
    )
    assert _read(text).subjects[0].investigation.mode is None


_WEEK = (
    "SENTENCED THIS WEEK\nThe Severnside Record's round-up of who was sent where by the judges at Bristol Crown Court.\n\n"
    "STEPHEN PARGETER, 55, of Thornbury. The ex-detective constable kept indecent images on a laptop. Three counts of making indecent photographs; "
    "one of perverting the course of justice. Admitted all four. 16 months, suspended for two years. Sex offenders' register for ten years, SHPO for the same.\n\n"
    "OSCAR MENZIES, 30, of Keynsham. A serving PC, he broke a man's jaw. Section 20 wounding, convicted after trial. 21 months.\n"
)


def test_a_round_up_of_sentences() -> None:
    reading = _read(_WEEK)
    assert [s.courts for s in reading.subjects] == [["Bristol Crown Court"], ["Bristol Crown Court"]]
    assert _charges(_WEEK) == {
        "STEPHEN PARGETER": [
            ("indecent_photographs_making", "convicted", 3, "guilty"),
            ("perverting_the_course_of_justice", "convicted", 1, "guilty"),
        ],
        "OSCAR MENZIES": [("wounding", "convicted", None, None)],
    }
    assert [(x.kind, x.length) for x in reading.subjects[0].orders] == [
        ("sex_offender_notification", "P10Y"),
        ("shpo", "P10Y"),
    ]


def test_time_to_decide_is_no_term_and_a_threatened_bar_no_bar() -> None:
    text = (
        "Jury split on sergeant\n\nJurors failed to reach a verdict on Sgt Patrick Nwosu, 46, of Essex Police, who denies theft. The Crown has been given 14 days to "
        "decide whether it will seek a retrial at Chelmsford Crown Court. If found to have committed gross misconduct he faces being sacked and placed on the barred list.\n"
    )
    subject = _read(text).subjects[0]
    assert (subject.sentences, subject.barred) == ([], None)


def test_retirement_told_to_a_court() -> None:
    text = (
        "Sergeant jailed\n\nSgt Warren Pickersgill, 45, of West Yorkshire Police, was convicted of theft and jailed for 16 months at Leeds Crown Court. "
        "The court was told that Pickersgill had retired on a full pension in March.\n"
    )
    assert _read(text).subjects[0].resigned == "retired"


def test_somebody_remanded_in_custody_is_not_convicted() -> None:
    text = (
        "PCSO denies rape\n\nTobias Enright, 29, a PCSO with Bedfordshire Police, denied rape at Luton Crown Court. "
        "Recorder Jasper Lyle remanded him in custody until his trial in March.\n"
    )
    assert _charges(text) == {"Tobias Enright": [("rape", "charged", None, "not_guilty")]}


def test_a_verdict_told_before_its_charge() -> None:
    text = (
        "Sex text officer cleared\n\nA former detective accused of sending explicit messages to a witness has been found not guilty.\n\n"
        "Robin Tewkesbury, 45, walked from the dock at Hull Crown Court after jurors returned unanimous verdicts on two charges of misconduct in public office.\n"
    )
    assert _charges(text) == {"Robin Tewkesbury": [("misconduct_in_public_office", "acquitted", 2, None)]}


def test_a_judges_formal_verdict_is_the_defendants() -> None:
    text = (
        "Trial of inspector collapses\n\nInspector Dale Winstanley, 44, of Lancashire Police, had been charged with two counts of theft.\n\n"
        "Judge Philippa Stott formally entered not guilty verdicts at Preston Crown Court.\n"
    )
    assert _charges(text) == {"Dale Winstanley": [("theft", "acquitted", 2, None)]}


def test_the_day_of_a_plea_is_not_that_of_the_sentence() -> None:
    text = (
        "Call handler spared jail\n\nSonia Greaves, 27, worked in West Yorkshire Police's contact centre. She was given 10 months in prison, suspended for 18 months.\n\n"
        "Greaves, who admitted one count of misconduct in a public office at a hearing in June, was also ordered to do 180 hours of unpaid work.\n"
    )
    assert _read(text).subjects[0].sentenced_on is None


_TRIO = (
    "Trio of PCs on trial\n\nPCs Danny Orr, 29, Mitchell Vane, 34, and Suki Bains, 26, deny inflicting grievous bodily harm on Terry Rook.\n\n"
    "Bains also denies making a false witness statement.\n\n"
    "Prosecutor Alun Grice told Birmingham Crown Court that a fourth officer had done the right thing.\n\n{}\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "The West Midlands Police constables are on restricted duties.",
        "West Midlands Police has put all three on restricted duties.",
    ],
)
def test_what_is_told_of_all_the_defendants(words: str) -> None:
    subjects = _read(_TRIO.format(words)).subjects
    assert [(s.courts, s.restricted) for s in subjects] == [(["Birmingham Crown Court"], True)] * 3


def test_all_three_charges_are_not_all_three_officers() -> None:
    subjects = _read(
        _TRIO.format("Bains told jurors she denied all three. She remains on restricted duties.")
    ).subjects
    assert [s.restricted for s in subjects] == [None, None, True]


def test_the_charge_of_a_story_that_tells_of_one_is_each_defendants() -> None:
    text = (
        "Custody death trial\n\nA custody sergeant charged with gross negligence manslaughter told jurors he thought the man was asleep.\n\n"
        "Sgt Malcolm Yeo, 49, said he had checked Peter Dunne at Torquay police station.\n\nDunne, 44, was pronounced dead at 6.12am.\n\n"
        "Yeo and detention officers Simon Tapp, 55, and Jan Kemp, 61, all deny the charge at Bristol Crown Court.\n"
    )
    assert {name: [c[:2] for c in charges] for name, charges in _charges(text).items()} == {
        name: [("manslaughter", "charged")] for name in ("Malcolm Yeo", "Simon Tapp", "Jan Kemp")
    }


def test_no_comment_in_view_of_the_proceedings() -> None:
    text = (
        "PC charged\n\nPC Simon Dyer, 40, of Devon and Cornwall Police, has been charged with manslaughter and will appear at Truro Magistrates' Court.\n\n"
        'The force said: "In view of the proceedings we will make no further comment."\n'
    )
    assert _read(text).subjects[0].proceeding is None


@pytest.mark.parametrize(
    ("harm", "offence"),
    [
        ("the death of Alan Purvis by careless driving", "causing_death_by_careless_driving"),
        ("the death of Alan Purvis by dangerous driving", "causing_death_by_dangerous_driving"),
        ("serious injury to Alan Purvis by dangerous driving", "causing_serious_injury_by_driving"),
    ],
)
def test_a_death_caused_by_driving(harm: str, offence: str) -> None:
    text = f"PC asleep at wheel\n\nPC Jonathan Speke, 27, of Durham Constabulary, admitted causing {harm} at Teesside Crown Court.\n"
    assert [(o.offence, o.stage) for o in _read(text).subjects[0].offences] == [(offence, "convicted")]
    assert "Purvis" not in (_read(text).subjects[0].offences[0].title or "")


def test_so_many_counts_of_each() -> None:
    text = (
        "Officers to appear over messages\n\nPC Lyle Haddow and PC Ruth Imrie, and former PC Gordon Speight, each face charges of sending grossly offensive messages.\n\n"
        "Haddow faces five counts, Imrie two and Speight eight. They are due before Westminster magistrates on 16 March 2023.\n"
    )
    assert {name: [c[2] for c in charges] for name, charges in _charges(text).items()} == {
        "Lyle Haddow": [5],
        "Ruth Imrie": [2],
        "Gordon Speight": [8],
    }


def test_a_headlines_jail_is_not_of_whoever_was_fined() -> None:
    text = "Prolific shoplifter among those jailed\n\nPolice constable Imogen Farr, 29, of Yarm, was fined £800 for careless driving at Teesside Magistrates' Court.\n"
    assert [x.kind for x in _read(text).subjects[0].sentences] == ["fine"]
