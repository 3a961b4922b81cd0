"""Who is no subject, whatever stands near the name: the murdered, the cleared, the investigator, the Member, the made up."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


def names(text: str) -> list[str | None]:
    return [s["name"] for s in told(text)]


def test_a_murdered_officer_is_no_subject_of_the_column_that_remembers_her() -> None:
    subjects = told(
        "Why I trust the police less\nWhen Sergeant Luke Brand was sacked for selling secrets, Kent Police called him a bad apple. "
        "They said it of PC Diane Marsh, too, sacked in 2019 for theft.\n"
        "I think of PC Ann Lee, murdered at her post. And I think of DS Amrit Cole, who reported his own inspector and was hounded out of his job."
    )
    assert [s["name"] for s in subjects] == ["Luke Brand", "Diane Marsh"]
    assert [s["proceeding"]["outcome"] for s in subjects] == ["dismissed", "dismissed"]


def test_an_officer_who_killed_is_still_a_subject() -> None:
    assert names(
        "PC Tom Moss, who murdered his wife Ann Moss in 2019, was jailed for life at Leeds Crown Court yesterday."
    ) == ["Tom Moss"]


def test_the_murderers_terms_are_not_the_murdered_constables() -> None:
    assert (
        names(
            "In 1972 he arrested Tommy and Les Hart, who were convicted of the murder of Constable Peter Aird and jailed for life."
        )
        == []
    )


def test_an_apology_clears_the_officer_whom_the_paper_named() -> None:
    assert "Adrian Vale" not in names(
        'We apologise\nAn article of 3 March headlined "Sacked PC" said that PC Adrian Vale of Cumbria Police had been dismissed for dealing cocaine. '
        "PC Adrian Vale is a serving officer of good character and has never been the subject of any misconduct proceedings."
    )


def test_an_amended_article_still_tells_what_became_of_its_officer() -> None:
    [subject] = told(
        "This article was amended on 14 June. An earlier version said that PC Vale had been sacked. We apologise to PC Vale.\n"
        "PC Adrian Vale, 34, of West Midlands Police, was given a final written warning at a misconduct hearing."
    )
    assert subject["name"] == "Adrian Vale"
    assert subject["proceeding"]["outcome"] == "final_written_warning"


def test_the_sergeant_who_looked_into_a_complaint_is_no_subject() -> None:
    [subject] = told(
        "On 3 September 2013 PC Dale Orme of Surrey Police arrested my client, who was held and cautioned.\n"
        "I complained. Sergeant Linda Fairly, who looked into it, found that PC Orme had a case to answer for misconduct, and he was given management advice. The caution was quashed."
    )
    assert subject["name"] == "Dale Orme"
    assert subject["proceeding"]["outcome"] == "management_advice"
    assert subject["offences"] == []
    assert subject["appeal"] is None


def test_a_member_with_seat_and_party_speaks_and_is_no_subject() -> None:
    assert names(
        "Chief Constable (Dismissal)\nAnna Firth (Weston East) (Con): I want to raise the case of my constituent, Paul Driver, a former police constable with Kent Police. He was dismissed in 2013.\n"
        "Anna Firth: My constituent was dismissed. Will the Minister meet me?"
    ) == ["Paul Driver"]


def test_a_drink_driver_whom_an_off_duty_sergeant_saw() -> None:
    assert (
        names(
            "A drink-driver was caught when an off-duty sergeant saw him swerving across the A47.\n"
            "Neil Coppin, 52, was more than twice the limit. Sergeant Alice Renton followed him home. Norwich magistrates banned him for 20 months and fined him £600."
        )
        == []
    )


def test_a_man_who_bit_a_police_sergeant_is_no_officer() -> None:
    assert (
        told(
            "A MAN has been jailed after a rampage in which he bit a police sergeant.\nSimon Bayley sank his teeth into the officer's leg at Wigan police station.\n"
            "A police sergeant claimed that Bayley lunged at him. Another constable hurt his hand.\nJPs sentenced Bayley to 17 weeks in prison."
        )
        == []
    )


def test_a_constable_who_bit_a_police_sergeant_is_one() -> None:
    [subject] = told(
        "A constable has been jailed after a fight in which he bit a police sergeant.\nPC Simon Bayley, of Kent Police, was jailed for 17 weeks at Maidstone Crown Court."
    )
    assert subject["name"] == "Simon Bayley"


def test_a_plasterer_in_the_dock_with_officers_keeps_his_murder() -> None:
    subjects = told(
        "Murder trial: former PC cleared, drug dealer jailed for life\nFormer PC Liam Corrie, 34, DS Joanna Tait, 41, and Ricky Samson, a plasterer, went on trial at Leeds Crown Court in May. "
        "Samson pleaded guilty to the murder of Aaron Plumb and was jailed for life. Corrie was cleared of assisting an offender. Tait was convicted of misconduct in public office and jailed for 14 months."
    )
    assert [s["name"] for s in subjects] == ["Liam Corrie", "Joanna Tait"]
    assert subjects[0]["sentences"] == []
    assert [s["length"] for s in subjects[1]["sentences"]] == ["P14M"]


def test_a_special_who_is_a_plumber_by_day_stays_a_subject() -> None:
    assert names(
        "A Wiltshire special who flashed his warrant card has been dismissed.\nLewis Ames, a plumber from Chippenham, was off duty. "
        "Chief Constable Edwina Toll dismissed him at an accelerated hearing on 8 May."
    ) == ["Lewis Ames"]


def test_a_charge_of_somebody_given_by_initials() -> None:
    subjects = told(
        "The officers arrested K.J., a 17-year-old, on suspicion of robbery. PC Ian Thorne and PC Mary Quick then searched K.J. in the street. "
        "K.J. was charged with possession of cannabis. PC Thorne was given a written warning."
    )
    assert all(s["offences"] == [] for s in subjects)


def test_convictions_of_many_are_not_the_officers_appeal() -> None:
    [subject] = told(
        "2011 The trial of six protesters collapses; 20 convictions are later quashed.\n2018 DC Jim Boyle of the Metropolitan Police is sacked after a misconduct hearing."
    )
    assert subject["appeal"] is None


def test_the_murderer_in_an_apposition_keeps_his_life_term() -> None:
    [subject] = told(
        "6.16 DS Colin Farr was required to resign in 1996 after a disciplinary board found him guilty of neglect of duty.\n"
        "6.17 The murderer, Robert Nayle, was convicted in 2012 and jailed for life."
    )
    assert subject["name"] == "Colin Farr"
    assert subject["sentences"] == []


@pytest.mark.parametrize(
    "page",
    [
        "TV review: Line of Fire\nIn last night's episode DI Kate Farrow was arrested for murder, while Superintendent Ted Hark was forced to resign. "
        "Actress Vicky Mell plays Farrow. The series returns on BBC One on Sunday.",
        "Book review: Cold Harbour\nIn this new crime novel, the first of a trilogy, DCI Rose Penn is dismissed for gross misconduct in chapter two. The plot is thin. Paperback, £8.99.",
    ],
)
def test_fiction_has_no_subjects(page: str) -> None:
    assert told(page) == []


@pytest.mark.parametrize(
    "page",
    [
        "TV review: The Detective\nThis documentary series on BBC One, over three episodes, tells how DC Ann Lee of Kent Police was jailed for two years for misconduct in public office.",
        "Police drama fan jailed\nPC Ann Lee, of Kent Police, who told viewers of her channel about live cases, was jailed for two years for misconduct in public office.",
    ],
)
def test_true_stories_are_read(page: str) -> None:
    assert names(page) == ["Ann Lee"]


def test_constables_whom_a_drunk_insulted_and_butted_have_no_sentence() -> None:
    assert (
        told(
            "Drunk who headbutted PC gets suspended sentence\nShaun Mallow, 41, called PC Priya Nair a slag and butted PC Joe Brill after being thrown out of a pub.\n"
            "Recorder Ann Fell gave him eight months, suspended for two years. PC Brill needed six stitches."
        )
        == []
    )
