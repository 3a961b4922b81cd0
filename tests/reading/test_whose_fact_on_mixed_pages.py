"""Histories, round-ups and inquest pages: each officer is given what is told of him, and nobody else's."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


def by_name(text: str) -> dict[str | None, dict[str, Any]]:
    return {s["name"]: s for s in told(text)}


def terms(subject: dict[str, Any]) -> list[str]:
    return [s["length"] for s in subject["sentences"]]


def test_senior_officers_who_went_to_prison_in_a_history() -> None:
    people = by_name(
        "Fifty years ago Commander Kenneth Dorley, head of the Flying Squad, walked into the Old Bailey. On 7 July 1977 he was convicted of corruption and sent down for eight years. "
        "Detective Inspector Alastair Ingle, who had stood beside him, was given four years.\n"
        "Twelve other detectives went to prison, among them Detective Chief Superintendent Bill Moyle, the former head of the Obscene Publications Squad, who got 12 years."
    )
    assert {name: terms(s) for name, s in people.items()} == {
        "Kenneth Dorley": ["P8Y"],
        "Alastair Ingle": ["P4Y"],
        "Bill Moyle": ["P12Y"],
    }


def test_a_superintendent_who_speaks_of_a_jailed_man_is_no_subject() -> None:
    assert list(
        by_name(
            "PC Tom Moss, of Kent Police, was jailed for two years for theft at Maidstone Crown Court.\n"
            "Detective Superintendent Ann Lee, who led the inquiry, said: “He betrayed us.” The man who shot Superintendent Roy Hale was jailed in 1990."
        )
    ) == ["Tom Moss"]


def test_two_officers_who_died_under_investigation() -> None:
    people = by_name(
        "Norfolk Police said PC Rowan Dell was suspended from duty at the time of his death. "
        "PC Mark Scriven was being investigated over off-duty misconduct allegations and was on restricted duties but was not suspended."
    )
    assert people["Rowan Dell"]["suspended"] is True
    assert people["Rowan Dell"]["restricted"] is None
    assert people["Mark Scriven"]["restricted"] is True


def test_a_superintendent_who_retired_while_under_investigation() -> None:
    people = by_name(
        "Rebecca Callow told the tribunal that Superintendent Huw Benyon had put his hand on her thigh. Benyon retired in 2019 while under investigation by Gwent Police."
    )
    assert people["Huw Benyon"]["resigned"] == "retired"


def test_a_chief_inspector_without_a_name_leaves_alone() -> None:
    people = by_name(
        "In 2014 Sgt Colin Weir was jailed for four years for stealing from a safe; in 2016 PCs Ali Reza and Beth Carr were sacked over racist texts; and last year a chief inspector resigned before he could be disciplined."
    )
    assert people["Ali Reza"]["resigned"] is None
    assert people["Beth Carr"]["resigned"] is None
    assert people["Ali Reza"]["proceeding"]["outcome"] == "dismissed"


def test_another_officer_by_name_is_no_stranger() -> None:
    people = by_name(
        "PC Ann Lee and PC Tom Moss, of Suffolk Police, were given written warnings.\nTwo years ago another Suffolk officer, PC Colin Thrale, was sacked over a death in the same cells."
    )
    assert people["Colin Thrale"]["proceeding"]["outcome"] == "dismissed"


_ROUND_UP = (
    "Three policemen sacked every week\nHome Office figures show how many went last year.\n"
    "Constable Roland Nickel was sacked from Scotland Yard after a relationship with a witness.\n"
    "A 47-year-old chief inspector was fired by the Metropolitan Police after boasting of drug-taking.\n"
    "Sergeant Darius Towle, an amateur bodybuilder, was sacked from Northumbria Police after he admitted taking steroids.\n"
    "Five officers from an elite gun-crime unit were fired after a photograph showed them larking about.\n"
)


def test_a_round_up_counts_a_group_with_no_names_and_keeps_each_force() -> None:
    subjects = told(_ROUND_UP)
    assert [s["name"] for s in subjects].count(None) == 6
    assert {s["name"]: s["force"] for s in subjects if s["name"]} == {
        "Roland Nickel": "metropolitan",
        "Darius Towle": "northumbria",
    }


def test_a_total_is_no_group_of_its_own() -> None:
    subjects = told(
        "PC Ann Lee, of Kent Police, was dismissed for lying.\nPC Tom Moss was dismissed for theft.\n"
        "In all, five officers from the Dover station were dismissed, including the two."
    )
    assert [s["name"] for s in subjects] == ["Ann Lee", "Tom Moss"]


def test_the_age_of_a_woman_who_speaks_is_not_the_officers() -> None:
    people = by_name(
        "It took years for Jessie to report her ex-husband.\n“He could take my daughter off me,” the 43-year-old says.\n"
        "PC Anthony Roper, of Northumbria Police, was jailed for three years in 2021 for stalking."
    )
    assert people["Anthony Roper"]["age"] is None


def test_a_former_chief_constable_makes_no_former_superintendent() -> None:
    people = by_name(
        "Former chief constable found dead\nSir Hugh Codd was leading an inquiry. Det Supt Roy Marl, of Cleveland Police, was suspended from duty in 1997 and still faces a disciplinary hearing."
    )
    assert people["Roy Marl"]["former"] is not True


def test_a_year_of_long_ago_is_not_shared() -> None:
    people = by_name(
        "A trial of detectives ended at the Old Bailey.\nDetective Constable Keith Garden blew the whistle. He was himself jailed for six years after admitting theft.\n"
        "The judge said that he was in no fit state to give evidence.\nDI Fred Mayhill, jailed in 2001 for seven years, was the ringleader."
    )
    assert people["Keith Garden"]["sentenced_on"] is None


def test_neither_officer_will_face_proceedings() -> None:
    people = by_name(
        "The inquest jury found that Sergeant Paul Hewitt should have called an ambulance sooner. PC Donna Lyle gave evidence. Neither officer will face misconduct proceedings, the IOPC said."
    )
    assert all(s["proceeding"] is None for s in people.values())


def test_an_innocent_mans_quashed_conviction_is_not_the_detectives() -> None:
    [subject] = told(
        "When the judges quashed his conviction in 1998, Errol Batts walked out into the rain. He had been found guilty of murdering the shopkeeper Ivy Trent and jailed for life in 1987.\n"
        "The man who wrote his confession was Detective Sergeant Ray Pullen, of West Midlands Police. Pullen retired in 1989 and was never charged.\n"
        "Eleven officers of the squad were disciplined; four of them were required to resign.\n"
        "Superintendent Gail Hobbs, who reinvestigated the murder, arrested Peter Skeets in 2003. He is serving 24 years."
    )
    assert subject["name"] == "Ray Pullen"
    assert (subject["offences"], subject["sentences"], subject["appeal"], subject["proceeding"]) == (
        [],
        [],
        None,
        None,
    )


def test_a_constable_whose_own_conviction_is_quashed() -> None:
    [subject] = told(
        "PC Errol Batts, of Kent Police, was jailed for two years for theft in 1997. The Court of Appeal quashed his conviction in 1998."
    )
    assert [o["stage"] for o in subject["offences"]] == ["acquitted"]
    assert subject["sentences"] == []


def test_the_officer_whose_wife_was_cleared() -> None:
    [subject] = told(
        "Ex-PC's wife cleared of helping him launder cash\nThe wife of a jailed police officer wept as a jury cleared her of money laundering.\n"
        "Donna Marsh, 41, a beautician, had been accused of hiding £60,000 for her husband, former Hertfordshire PC Lee Marsh, who is serving nine years for stealing drugs from a store."
    )
    assert subject["name"] == "Lee Marsh"
    assert [(o["offence"], o["stage"]) for o in subject["offences"]] == [("theft", "convicted")]
    assert terms(subject) == ["P9Y"]


def test_who_ran_the_inquiry_and_retires_in_a_timeline() -> None:
    people = by_name(
        "12 May 2016: PC Sam Hurst, of Kent Police, is put on restricted duties.\n10 January 2020: A misconduct panel finds gross misconduct proved against Hurst and he is dismissed.\n"
        "2021: Det Insp Mark Bell, who ran the first inquiry, retires."
    )
    assert list(people) == ["Sam Hurst"]


def test_an_inspector_who_is_only_asked_about() -> None:
    people = by_name(
        "The Commissioner replied that ACC Marcus Deering had been suspended since February 2018 and was under investigation by the IOPC for alleged gross misconduct.\n"
        "Mrs P Lyle asked whether Inspector Holt had been disciplined for missing the meeting. He had not."
    )
    assert list(people) == ["Marcus Deering"]


def test_a_sergeant_who_was_jailed_along_with_him() -> None:
    people = by_name(
        "Tom Cullen joined the Met in 1985 and was a detective constable by 1992. He was jailed for seven years in 2000 for conspiracy to supply drugs, along with DS Neil Parrish, who got nine, and the drug dealer Evie Flack, who got eleven."
    )
    assert {name: terms(s) for name, s in people.items()} == {"Tom Cullen": ["P7Y"], "Neil Parrish": ["P9Y"]}


def test_a_husband_who_is_a_chief_inspector_keeps_his_fine() -> None:
    people = by_name(
        "My constituent, Mrs. Pauline Hart, was the victim of a vicious assault by her husband, a chief inspector of the Lancashire constabulary. He was fined £200 by Preston magistrates.\n"
        "The chief constable, Mr. Stanley Parry, was dismissed in 1977 after 37 disciplinary charges were found proved."
    )
    assert people["Stanley Parry"]["sentences"] == []
    assert people["Stanley Parry"]["proceeding"]["outcome"] == "dismissed"


def test_the_constable_whom_her_sergeant_touched_is_no_subject() -> None:
    people = by_name(
        "PC Sarah Locke was 24 when her sergeant first put his hand up her skirt. She reported him to Inspector Bob Stead, who told her to grow up.\n"
        "Sgt Craig Dooley was dismissed in July 2018. Stead, who is now a chief inspector, got words of advice. Locke left the police in 2019 after being signed off sick, and won £38,000 at an employment tribunal."
    )
    assert {name: s["proceeding"]["outcome"] for name, s in people.items()} == {
        "Bob Stead": "management_advice",
        "Craig Dooley": "dismissed",
    }
    assert people["Bob Stead"]["former"] is not True


def test_a_custody_sergeant_who_killed_himself_has_no_appeal() -> None:
    people = by_name(
        "The Court of Appeal yesterday quashed the conviction of Ex-DC Roy Lewis, jailed for 18 months in 1993 for theft.\n"
        "Police Sergeant Gerrard Carr, the station's custody officer, shot himself in a cell in 1992."
    )
    assert list(people) == ["Roy Lewis"]


_HEADED = (
    "The five Met officers who abused their power\nWe look at officers who brought disgrace on the badge.\n"
    "WAYLAND COOPER\nThe parliamentary protection officer is serving a whole-life term for the kidnap, rape and murder of Sophie Evers, 33.\n"
    "DARREN CARR\nPC Carr, 48, admitted 49 charges, among them 24 counts of rape. He was jailed for life in February 2023.\n"
    "DEAN JEFFERS AND JAMIE LEWIS\nThe two constables took pictures of the bodies of two sisters. They were each sent to prison for two years and nine months.\n"
    "ADNAN ARSHAD\nDC Arshad was cleared of assault by a jury, then sacked over lies that he told in his statement.\n"
)


def test_bare_names_over_paragraphs_each_keep_their_own() -> None:
    people = {(name or "").title(): s for name, s in by_name(_HEADED).items()}
    assert list(people) == ["Wayland Cooper", "Darren Carr", "Dean Jeffers", "Jamie Lewis", "Adnan Arshad"]
    assert people["Adnan Arshad"]["sentences"] == []
    assert people["Adnan Arshad"]["proceeding"]["outcome"] == "dismissed"
    assert terms(people["Jamie Lewis"]) == ["P2Y9M"]


def test_bare_names_over_paragraphs_on_criminals_are_nobodys() -> None:
    assert (
        told(
            "Locked up: the criminals jailed in Leeds this month\n"
            "WAYNE PRATT\nThe 29-year-old punched police officers outside a club and was jailed for a year for assaulting an emergency worker.\n"
            "CHLOE SANDS\nThe drug dealer was caught by detectives with cocaine worth £5,000 and was jailed for three years by a judge.\n"
            "IBRAHIM SALE\nSale, who bit a police constable as he was arrested for theft, was sent to prison for eighteen weeks by magistrates.\n"
        )
        == []
    )


def test_a_complainant_by_initial_keeps_his_plea() -> None:
    subjects = told(
        "Case 5. Mr K was arrested for breach of a restraining order and later pleaded guilty. He complained that Sergeant Moy, of Cleveland Police, had mocked his accent. The sergeant was given words of advice."
    )
    assert all(s["offences"] == [] for s in subjects)


def test_a_woman_by_her_given_name_keeps_her_conviction() -> None:
    [subject] = told(
        "Lucy was 19 when PC Oliver Brand knocked on her door. He was acquitted of misconduct in public office at Lewes Crown Court. Sussex Police gave him a final written warning.\n"
        "Lucy has since been convicted of harassing him and given a 12-month restraining order."
    )
    assert [(o["offence"], o["stage"]) for o in subject["offences"]] == [
        ("misconduct_in_public_office", "acquitted")
    ]
    assert subject["orders"] == []


def test_an_officer_of_the_year_and_a_poisoner_are_no_subjects() -> None:
    people = by_name(
        "Special constable Ben Tordy, who by day drives a van, is the Volunteer of the Year. He caught burglar Shane Wicks, 33, who was jailed for three years. "
        "The previous winner, Special Sergeant Ian Moss, was dismissed in January for shoplifting."
    )
    assert list(people) == ["Ian Moss"]
    assert "Ada Crewe" not in by_name(
        "As a young inspector he helped to convict the poisoner Ada Crewe, hanged in 1952. In 1968 he dismissed six detectives for taking free drinks."
    )
