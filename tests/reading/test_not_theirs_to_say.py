"""What people only want, what a court says of its own day, and whom an officer arrested: none of it is the officer's."""

from __future__ import annotations

import pytest
from tests.reading.whole_pages import subjects

FINED = "PC Ronan Gaffney, 42, of Devon and Cornwall Police, was given 200 hours of unpaid work after admitting perverting the course of justice. "


@pytest.mark.parametrize(
    "wish",
    [
        "Her family said he should be sacked.",
        "Any colleague found helping him should be sacked too.",
        "Officers who lie must be dismissed, the charity said.",
        "Residents told the paper that he ought to be kicked out of the force.",
    ],
)
def test_whoever_does_not_decide_dismisses_nobody(wish: str) -> None:
    (one,) = subjects(FINED + wish)
    assert not (one["proceeding"] or {}).get("outcome")


@pytest.mark.parametrize(
    "decision",
    [
        "At a hearing on 3 May 2019 it was decided that he should be dismissed without notice.",
        "The panel found on 3 May 2019 that it was gross misconduct and that he should be dismissed without notice.",
    ],
)
def test_whoever_decides_does(decision: str) -> None:
    (one,) = subjects(FINED + decision)
    assert one["proceeding"]["outcome"] == "dismissed_without_notice"


def test_a_bar_that_somebody_asks_for_is_none() -> None:
    (one,) = subjects(
        "PC Owen Harcastle of Gwent Police faces a misconduct hearing in May. Campaigners said he should be dismissed "
        "and put on the barred list."
    )
    assert one["barred"] is None
    (one,) = subjects("PC Owen Harcastle of Gwent Police was dismissed in May and put on the barred list.")
    assert one["barred"] is True


def test_days_of_pay_are_no_sentence() -> None:
    (one,) = subjects(
        "Sergeant Wardle of Norfolk Constabulary admitted two breaches before a disciplinary board. On appeal the "
        "tribunal fined him 13 days' pay."
    )
    assert one["sentences"] == []
    (one,) = subjects(
        "Sergeant Wardle of Norfolk Constabulary admitted speeding. Magistrates fined him £130."
    )
    assert [s["kind"] for s in one["sentences"]] == ["fine"]


JUDGMENT = """The Chief Constable of Lincolnshire v Trebilcock
[2019] EWHC 2210 (Admin)
Before: Mrs Justice Ancell
Hearing date: 4 June 2019

1. The Chief Constable challenges the decision of a misconduct panel, dated 14 November 2018, to give PC Aaron Trebilcock a final written warning. The panel found that he had lied to his sergeant and that this was gross misconduct.
2. In R v Nelthorpe the officer received 12 months' imprisonment.
3. The claim succeeds.
"""


def test_a_courts_own_day_and_the_cases_it_cites() -> None:
    own = subjects(JUDGMENT)[0]
    assert (own["name"], own["sentences"]) == ("Aaron Trebilcock", [])
    assert own["proceeding"]["date"] == "2018-11-14"


HURT = "Kent Police constable Marcus Ellwood sent messages to a woman whom he had met when {how}. He was {what}. Ellwood was dismissed in 2021."


@pytest.mark.parametrize(
    ("how", "what"),
    [
        ("she reported her former partner", "sentenced to 18 months for assaulting her"),
        ("she had been beaten by her husband", "jailed for two years for the attack"),
    ],
)
def test_whoever_hurt_a_woman_is_not_the_officer_whom_she_met(how: str, what: str) -> None:
    (one,) = subjects(HURT.format(how=how, what=what))
    assert one["sentences"] == [] and one["offences"] == []
    assert one["proceeding"]["outcome"] == "dismissed"


def test_an_officer_who_attacked_a_partner_is_still_sentenced() -> None:
    (one,) = subjects(
        "PC Marcus Ellwood of Kent Police attacked his former partner. He was jailed for two years at Maidstone Crown Court."
    )
    assert [s["length"] for s in one["sentences"]] == ["P2Y"]


def test_what_officers_arrest_somebody_for_is_not_theirs() -> None:
    told = subjects(
        "Samir Daoud sued Bedfordshire Police. On 3 August 2016 he was arrested in Luton by PC Mark Tull and PC Joanne "
        "Reddy on suspicion of affray. He was charged and later acquitted by magistrates. PC Tull was given a final "
        "written warning for striking him."
    )
    assert all(s["offences"] == [] for s in told)
    assert told[0]["proceeding"]["outcome"] == "final_written_warning"


def test_an_officer_arrested_by_an_officer_is_told_of() -> None:
    one = subjects(
        "PC Mark Tull of Bedfordshire Police was arrested by PC Joanne Reddy on suspicion of affray. He was charged and "
        "later acquitted by magistrates."
    )[0]
    assert (one["name"], [o["stage"] for o in one["offences"]]) == ("Mark Tull", ["acquitted"])


def test_an_appeal_that_the_watchdog_upholds_is_the_complainants() -> None:
    first, second = subjects(
        "Surrey Police found no case to answer against Sgt Ivan Creel and PC Dawn Attley, but the IPCC upheld an appeal "
        "and directed that both should face a misconduct meeting. In 2019 Sgt Creel was given a written warning. PC "
        "Attley received management advice."
    )
    assert first["appeal"] is None and second["appeal"] is None
    assert (first["proceeding"]["finding"], first["proceeding"]["outcome"]) == (None, "written_warning")
    assert second["proceeding"]["outcome"] == "management_advice"


def test_a_tribunals_decision_is_still_the_officers() -> None:
    (one,) = subjects(
        "PC Dawn Attley of Surrey Police was dismissed after a misconduct hearing in May 2018. The Police Appeals "
        "Tribunal upheld her appeal and gave her a written warning instead."
    )
    assert (one["appeal"]["kind"], one["appeal"]["result"]) == ("tribunal", "allowed")


WRONGED = (
    "Two brothers who served eleven years for a robbery have had their convictions quashed. Leon and Marlon Pryce were "
    "jailed at Bristol Crown Court in 1994. The Court of Appeal heard that Detective Inspector Roy Stallard had written "
    "out confessions that they never made. Stallard was himself jailed for four years in 1999 for planting cocaine."
)


def test_what_the_wronged_served_is_not_the_detectives() -> None:
    (one,) = subjects(WRONGED)
    assert (one["name"], [s["length"] for s in one["sentences"]]) == ("Roy Stallard", ["P4Y"])
    assert all(o["offence"] != "robbery" for o in one["offences"]) and one["appeal"] is None


def test_some_of_those_tried_beside_him_are_not_he() -> None:
    (one,) = subjects(
        "Det Con Terry Maddox of the Metropolitan Police stood trial at the Old Bailey in 1978 with five other detectives. "
        "He was acquitted. Two of them were jailed for ten years."
    )
    assert one["sentences"] == []


@pytest.mark.parametrize(
    ("brother", "found"),
    [("His brother Neil", 1), ("His former wife", 1), ("His brother, PC Neil Hurst,", 2)],
)
def test_a_brothers_crime_is_the_brothers(brother: str, found: int) -> None:
    told = subjects(
        f"PC Alan Hurst of Kent Police was dismissed for gross misconduct. {brother} was jailed for fraud in 2019."
    )
    assert len(told) == found
    assert told[0]["offences"] == [] and told[0]["sentences"] == []
    assert [o["offence"] for s in told[1:] for o in s["offences"]] == ["fraud"] * (found - 1)


def test_a_place_is_told_without_its_year() -> None:
    (one,) = subjects(
        "PC Robert Yarm was found guilty of gross misconduct at a hearing in Middlesbrough in 2018 and was sacked."
    )
    assert one["proceeding"]["venue"] == "Middlesbrough"


def test_whoever_accused_another_officer_falsely_is_no_officer() -> None:
    (one,) = subjects(
        "PC Jared Coyle, 33, of Thames Valley Police, was cleared of two counts of rape at Reading Crown Court. A woman "
        "who had falsely accused another officer in 2016 was jailed for two years for perverting the course of justice."
    )
    assert (one["name"], one["sentences"]) == ("Jared Coyle", [])
    assert [o["stage"] for o in one["offences"]] == ["acquitted"]


def test_a_seat_given_up_is_no_resignation_from_the_force() -> None:
    (one,) = subjects(
        "Councillor quits after conviction\n\nA former Cheshire sergeant who became a councillor has resigned his seat. Derek "
        "Lomas, 61, who retired from the police in 2009, was fined £600 by magistrates for drink driving."
    )
    assert one["resigned"] == "retired"


def test_a_hearing_that_cleared_somebody_is_over() -> None:
    (one,) = subjects(
        "PC Philip Tasker of West Mercia Police and three colleagues were told in 2017 that they would face no charges, "
        "and a misconduct hearing cleared them in May 2018."
    )
    assert (one["proceeding"]["finding"], one["proceeding"]["outcome"]) == ("not_proven", None)
    (one,) = subjects(
        "PC Philip Tasker of West Mercia Police would face a misconduct hearing in May 2018, the force said."
    )
    assert one["proceeding"]["finding"] != "not_proven"


def test_what_would_become_of_anybody_else_becomes_of_nobody() -> None:
    (one,) = subjects(
        "Sergeant Owen Pike hit my son and was let off. If a member of the public had done it he would have been charged "
        "with assault and sacked from any job."
    )
    assert not (one["proceeding"] or {}).get("outcome") and one["offences"] == []


def test_an_officer_of_another_story_is_another() -> None:
    (one,) = subjects(
        "The Mirror leads with the trial of PC Gareth Hume, accused of stalking an ex. The Sun says a Met officer will be "
        "charged with fraud."
    )
    assert [o["offence"] for o in one["offences"]] == ["stalking"]


def test_whoever_chairs_a_branch_chairs_no_panel() -> None:
    (one,) = subjects(
        "PC Gareth Hume of Gwent Police was dismissed at a misconduct hearing in May 2019. Jon Tully, chair of the Gwent "
        "branch of the Police Federation, said he was sorry."
    )
    assert one["proceeding"]["chair"] is None
    (one,) = subjects(
        "PC Gareth Hume of Gwent Police was dismissed in May 2019. Jon Tully, chair of the misconduct panel, said he had lied."
    )
    assert one["proceeding"]["chair"] == "Jon Tully"


def test_another_trades_crime_further_down_is_no_officers() -> None:
    (one,) = subjects(
        "A special constable who used a police car to collect a takeaway has been dismissed. Iain Crossley, who volunteered "
        "with Warwickshire Police for six years and is a bank manager, admitted breaching standards at a hearing on 7 July "
        "2023.\n\nHis employer said it was aware. A bank clerk there was jailed for theft in 2021."
    )
    assert (one["name"], one["offences"], one["sentences"]) == ("Iain Crossley", [], [])


def test_whoever_hears_an_appeal_is_no_subject() -> None:
    told = subjects(
        "Jane Farrow, a detention officer with South Wales Police, was dismissed for gross misconduct on 14 August 2020. An "
        "appeal to ACC Deborah Lisle was dismissed."
    )
    assert [s["name"] for s in told] == ["Jane Farrow"]
    told = subjects(
        "PC Dale Amberley of Essex Police was dismissed in May 2019 for gross misconduct. An appeal by Sgt Ruth Vane, "
        "dismissed on the same day, is to be heard in June."
    )
    assert [s["name"] for s in told] == ["Dale Amberley", "Ruth Vane"]


def test_a_nurse_struck_off_and_what_the_dead_man_was_held_for() -> None:
    told = subjects(
        "Two police officers have been found not guilty of gross negligence manslaughter over the death of a man in "
        "custody.\n\nSergeant Colin Hart, 52, and Constable Ian Swift, 39, had denied the charge at Preston Crown Court. "
        "Neil Bragg, 41, died at Kendal police station in 2016, hours after being arrested for breach of the peace.\n\n"
        "Cumbria Constabulary said that both were on restricted duties.\n\nEarlier this year a nurse was struck off over "
        "Mr Bragg's death."
    )
    assert [s["name"] for s in told] == ["Colin Hart", "Ian Swift"]
    assert all([o["offence"] for o in s["offences"]] == ["manslaughter"] for s in told)
    assert all(not (s["proceeding"] or {}).get("outcome") for s in told)


def test_an_allegation_about_a_sergeant_is_no_verdict_on_the_sergeant() -> None:
    told = subjects(
        "PC Tobias Lyle of Kent Police was dismissed without notice for gross misconduct. A second allegation, that he sent "
        "a lewd message to a sergeant, was not proven."
    )
    assert [s["name"] for s in told] == ["Tobias Lyle"]


def test_the_chair_of_one_hearing_is_that_of_all_who_were_dealt_with() -> None:
    told = subjects(
        "Three officers who took photographs at a crime scene have learned their fate. Sgt Moira Neave and PC Callum "
        "Diggory, both of Hertfordshire Constabulary, were dismissed without notice on Friday. PC Jonah Britt received a "
        'final written warning.\n\nChair Laurence Ode told the hearing in Stevenage: "Those who led should have known '
        'better."'
    )
    assert {(s["proceeding"]["kind"], s["proceeding"]["chair"]) for s in told} == {
        ("misconduct_hearing", "Laurence Ode")
    }
    told = subjects(
        "PC Callum Diggory of Hertfordshire Constabulary was dismissed without notice in 2016. PC Jonah "
        "Britt received a final written warning at a misconduct hearing chaired by Laurence Ode on 3 May 2019."
    )
    assert told[0]["proceeding"]["chair"] is None


def test_whoever_told_the_inquest_and_was_warned_is_a_subject() -> None:
    told = subjects(
        "PC Ross Tindall and PC Amy Lorne of Derbyshire Constabulary had visited Kelly Marsh, 24, three hours earlier and "
        "left. PC Tindall told the inquest that he had not read the log. He received a final written warning in 2018. PC "
        "Lorne resigned before her hearing, where gross misconduct was found proved."
    )
    assert [(s["name"], s["proceeding"]["outcome"], s["resigned"]) for s in told] == [
        ("Ross Tindall", "final_written_warning", None),
        ("Amy Lorne", None, "resigned"),
    ]
    told = subjects(
        "PC Amy Lorne of Derbyshire Constabulary resigned before her hearing. PC Ross Tindall told the inquest that she had "
        "not read the log."
    )
    assert [s["name"] for s in told] == ["Amy Lorne"]


def test_what_a_killer_serves_is_the_killers() -> None:
    (one,) = subjects(
        "A young mother was strangled by her former partner, Wayne Gell, now serving life. PC Ross Tindall of Derbyshire "
        "Constabulary had visited her. He received a final written warning in 2018."
    )
    assert (one["name"], one["sentences"]) == ("Ross Tindall", [])


@pytest.mark.parametrize(
    "arrest",
    [
        "PC Ormerod of Lancashire Police told Alan he was under arrest for a public order offence. He was handcuffed, kept "
        "in a cell and charged with assaulting PC Dacre.",
        "Mr Tarrant was told by PC Ormerod of Lancashire Police that he was under arrest for theft.",
    ],
)
def test_whom_an_officer_tells_of_an_arrest_is_not_the_officer(arrest: str) -> None:
    told = subjects(f"{arrest} PC Ormerod was given management advice.")
    assert told[0]["name"] == "Ormerod"
    assert all(s["offences"] == [] for s in told)


def test_those_dismissed_who_are_named() -> None:
    told = subjects(
        "Last year West Mercia dismissed 11 officers. Among those dismissed were PC Adam Flint, jailed for four years for "
        "rape, and Sgt Joanna Pryce, who stole £700."
    )
    assert [(s["name"], s["proceeding"]["outcome"]) for s in told] == [
        ("Adam Flint", "dismissed"),
        ("Joanna Pryce", "dismissed"),
    ]
    (one,) = subjects(
        "PC Adam Flint of West Mercia Police was one of 12 officers who were investigated. Four of those were dismissed."
    )
    assert not (one["proceeding"] or {}).get("outcome")


def test_what_her_boyfriend_serves_is_not_her_term() -> None:
    (one,) = subjects(
        "A police call handler who leaked details of an inquiry to her boyfriend, a drug dealer serving 12 years, has been "
        "jailed for 20 months. Tara Finch, 26, who worked for Greater Manchester Police, admitted misconduct in public office."
    )
    assert [s["length"] for s in one["sentences"]] == ["P20M"]
