"""Whoever stands in the dock beside an officer, or was jailed by the way, leaves the officer's own case alone."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


def crimes(subject: dict[str, Any]) -> list[tuple[str, str]]:
    return [(o["offence"], o["stage"]) for o in subject["offences"]]


def terms(subject: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(s["kind"], s["length"]) for s in subject["sentences"]]


LEAD = (
    "A former Kent Police detective has been sentenced to nine years in prison for stealing cocaine.\n"
    "Eric Moss, 52, was convicted at Maidstone Crown Court of theft.\n"
)


def test_a_co_conspirator_without_a_police_role_is_no_subject() -> None:
    subjects = told(
        LEAD
        + "His co-conspirator Ned Obi, 47, of Deal, was found guilty of burglary and jailed for 12 years."
    )
    assert [s["name"] for s in subjects] == ["Eric Moss"]
    assert terms(subjects[0]) == [("imprisonment", "P9Y")]


def test_a_third_defendant_is_no_officer_for_being_called_so() -> None:
    subjects = told(
        LEAD + "A third defendant, Una Pike, 39, who admitted theft, was given an eight-month sentence."
    )
    assert [s["name"] for s in subjects] == ["Eric Moss"]


def test_a_third_defendant_who_is_an_officer_stays() -> None:
    subjects = told(
        "Two Kent Police officers and a clerk have been jailed.\n"
        "PC Eric Moss and PC Ida Lane were each jailed for two years at Maidstone Crown Court for theft.\n"
        "A third defendant, custody sergeant Una Pike, 39, who admitted theft, was jailed for eight months."
    )
    assert {"Eric Moss", "Ida Lane", "Una Pike"} <= {s["name"] for s in subjects}


def test_she_is_whoever_was_named_as_a_dealer() -> None:
    [subject] = told(
        "A Kent Police sergeant has been jailed.\n"
        "Sgt Frank Moss was jailed for three years at Maidstone Crown Court for bribery.\n"
        "It came out when a dealer, Una Obi, 46, turned informer. She was jailed for 14 years in 1997."
    )
    assert terms(subject) == [("imprisonment", "P3Y")]
    assert subject["sentenced_on"] is None


def test_he_is_whoever_the_sentence_before_was_about() -> None:
    [subject] = told(
        "A detective who sold secrets has been jailed for six years.\n"
        "DC Paul Moss, 43, of Kent Police, was found guilty of bribery at Maidstone Crown Court.\n"
        "He passed details of raids to Shane Obi, the head of a gang.\n"
        "Obi, 38, was convicted of supplying heroin. He got 16 years."
    )
    assert terms(subject) == [("imprisonment", "P6Y")]


def test_he_is_still_the_officer_who_opens_the_sentence() -> None:
    [subject] = told(
        "A detective who sold secrets to Shane Obi has been convicted.\n"
        "DC Paul Moss, 43, of Kent Police, was found guilty of bribery at Maidstone Crown Court. He got six years."
    )
    assert terms(subject) == [("imprisonment", "P6Y")]


def test_what_a_spouse_faces_is_not_the_constables() -> None:
    [subject] = told(
        "A serving police officer and his wife have appeared in court charged with benefit fraud.\n"
        "PC Adam Moss, 36, and Rachel Moss, 34, of Deal, appeared at Margate Magistrates' Court.\n"
        "She faces four charges of perjury and he is charged with one count of fraud. He pleaded not guilty. She admitted all four charges."
    )
    assert crimes(subject) == [("fraud", "charged")]
    assert subject["offences"][0]["plea"] == "not_guilty"


def test_a_husband_who_is_cleared_is_not_the_policewoman() -> None:
    [subject] = told(
        "WPC Carol Moss, 33, of Kent Police, was given a six-month prison sentence, suspended for 18 months, at Maidstone Crown Court for fraud.\n"
        "Her husband Stephen, 36, a fireman, was fined for the fraud. He was cleared of perjury."
    )
    assert crimes(subject) == [("fraud", "convicted")]


def test_a_term_after_an_aside_is_still_the_boyfriends() -> None:
    [subject] = told(
        "A police officer who warned a dealer was jailed for 18 months.\n"
        "PC Joanne Moss, 29, of Kent Police, told her boyfriend, Carl Obi, 33. She admitted misconduct in public office at Maidstone Crown Court.\n"
        "Obi, who was convicted of supplying cocaine in an earlier trial, is serving nine years."
    )
    assert terms(subject) == [("imprisonment", "P18M")]


def test_another_officer_whose_case_it_comes_after_is_background() -> None:
    moss, lane = told(
        "A police officer who warned a dealer has been jailed for 18 months.\n"
        "PC Joanne Moss, 29, of Kent Police, admitted misconduct in public office at Maidstone Crown Court.\n"
        "The judge said that she had thrown away a promising career for nothing at all.\n"
        "It comes after another Kent officer, PC Dale Lane, was jailed for two years in March for selling information."
    )
    assert terms(moss) == [("imprisonment", "P18M")]
    assert moss["sentenced_on"] is None
    assert lane["background"] is True


def test_a_birth_date_is_no_day_of_sentence() -> None:
    [subject] = told(
        "Former Kent Police officer Matthew Moss was found guilty of rape and sentenced to 11 years in prison.\n"
        "Matthew Moss (DOB: 12/03/1987) was sentenced at Lewes Crown Court on 19 November 2021."
    )
    assert subject["sentenced_on"] == "2021-11-19"


def test_a_term_that_would_have_been_passed_was_not() -> None:
    [subject] = told(
        "PC Carol Moss, of Kent Police, was given a six-month prison sentence, suspended for 18 months, at Maidstone Crown Court for fraud.\n"
        'The judge told her: "But for your children you would have gone to prison for a year." He said that he had reduced her sentence from nine months because of her plea.'
    )
    assert terms(subject) == [("suspended_sentence", "P6M")]


def test_a_term_being_served_is_not_that_of_a_case_to_come() -> None:
    [subject] = told(
        "A former police officer who is serving a five-year sentence for rape appeared in court accused of further attacks.\n"
        "Dean Moss, 45, who worked for Kent Police, is charged with four counts of indecent assault. He will next appear at Maidstone Crown Court on 3 June."
    )
    assert terms(subject) == []
    assert ("sexual_assault", "charged") in crimes(subject)


def test_an_earlier_term_goes_where_the_page_tells_the_new_one() -> None:
    [subject] = told(
        "A former police officer already serving two years for theft was jailed for another case.\n"
        "Dean Moss, 45, who worked for Kent Police, admitted fraud and was jailed for nine months at Maidstone Crown Court."
    )
    assert terms(subject) == [("imprisonment", "P9M")]


def test_a_term_being_served_stays_where_it_is_all() -> None:
    [subject] = told(
        "Former PC Dean Moss, of Kent Police, who is serving a five-year sentence for rape, has been dismissed without notice.\n"
        "A misconduct hearing found gross misconduct."
    )
    assert terms(subject) == [("imprisonment", "P5Y")]


def test_two_detectives_and_a_man_are_two_officers() -> None:
    subjects = told(
        "Two Kent detectives and a man have appeared in court accused of stealing £22,000.\n"
        "DC Ryan Moss, 39, DS Andrew Lane, 48, and Michael Obi, 52, of Deal, all deny conspiracy to steal. Obi also denies money laundering."
    )
    assert [s["name"] for s in subjects] == ["Ryan Moss", "Andrew Lane"]
    assert all(crimes(s) == [("theft", "charged")] for s in subjects)


def test_a_column_goes_on_to_the_next_defendant() -> None:
    penn, trew = told(
        "Yesterday at Truro Crown Court:\n"
        "A POLICE civilian worker who looked up her neighbour has been fined.\n"
        "Tracey Penn, 41, of Camborne, admitted three offences under the Data Protection Act. Judge Ann Hale fined her £450.\n"
        "A FARMER who stole sheep was jailed for five years. Dennis Rowe, 60, of Zennor, pleaded guilty to theft.\n"
        "AN ex-policeman accused of burglary will stand trial in September. Graham Trew, 57, of Bude, denied two counts of burglary."
    )
    assert crimes(penn) == [("data_protection", "convicted")]
    assert terms(penn) == [("fine", None)]
    assert crimes(trew) == [("burglary", "charged")]
    assert terms(trew) == []


def test_an_order_made_in_a_line_of_its_own_is_still_the_officers() -> None:
    [subject] = told(
        "PC Tracey Penn, 41, of Kent Police, was jailed for a year at Maidstone Crown Court for stalking.\n"
        "A restraining order was made for ten years.\n"
        "Judge Ann Hale said that she had abused her office."
    )
    assert [(o["kind"], o["length"]) for o in subject["orders"]] == [("restraining_order", "P10Y")]


def test_a_total_told_before_its_parts_is_not_added_to_them() -> None:
    [subject] = told(
        "PC Sam Moss, of Kent Police, was sentenced at Maidstone Crown Court for fraud and theft.\n"
        "He was sentenced to four years in prison - three years for the fraud and 12 months, consecutive, for the theft."
    )
    assert terms(subject) == [("imprisonment", "P4Y")]


def test_a_verdict_on_two_of_five_leaves_the_other_three() -> None:
    [subject] = told(
        "A jury convicted former sergeant Trevor Moss, of Kent Police, of three of five counts of theft. He was acquitted on two counts."
    )
    assert [(o["stage"], o["count"]) for o in subject["offences"]] == [("convicted", 3), ("acquitted", 2)]


def test_two_others_are_not_part_of_the_three() -> None:
    [subject] = told(
        "Former sergeant Trevor Moss, of Kent Police, was convicted of three counts of theft and acquitted of two others."
    )
    assert [(o["stage"], o["count"]) for o in subject["offences"]] == [("convicted", 3), ("acquitted", 2)]


def test_two_of_three_told_before_are_a_part_of_them() -> None:
    [subject] = told(
        "Former sergeant Trevor Moss, of Kent Police, faced five counts of theft. The jury found him guilty of three and cleared him of two."
    )
    assert [(o["stage"], o["count"]) for o in subject["offences"]] == [("convicted", 3), ("acquitted", 2)]


def test_the_same_offence_is_that_which_was_proved() -> None:
    moss, lane = told(
        "PC Tom Moss, 28, of Kent Police, was fined £350 by Deal magistrates after being convicted of driving without due care and attention. He was cleared of dangerous driving.\n"
        "The court heard that his colleague PC Amy Lane had been fined £150 for the same offence in June."
    )
    assert ("careless_driving", "convicted") in crimes(moss)
    assert moss["sentenced_on"] is None
    assert crimes(lane) == [("careless_driving", "convicted")]


def test_a_term_increased_today_was_passed_before() -> None:
    [subject] = told(
        "14 July 2017\nA former police officer has had his sentence doubled at the Court of Appeal.\n"
        "Gavin Moss, 44, of Kent Police, was originally sentenced in April to 18 months' imprisonment at Maidstone Crown Court for theft.\n"
        "Today the Court increased it to three years' imprisonment."
    )
    assert terms(subject) == [("imprisonment", "P3Y")]
    assert subject["sentenced_on"] == "2017-04"


def test_a_fourth_count_is_beyond_the_three() -> None:
    [subject] = told(
        "PC Brian Moss, of Kent Police, denies three counts of indecent assault on a cadet.\n"
        "Moss was acquitted of a fourth count on the direction of the judge. The trial continues."
    )
    assert sorted((o["stage"], o["count"]) for o in subject["offences"]) == [("acquitted", 1), ("charged", 3)]


def test_a_second_count_is_one_of_the_two() -> None:
    [subject] = told(
        "PC Brian Moss, of Kent Police, was charged with two counts of theft.\n"
        "He was convicted of one count of theft and cleared of a second count."
    )
    assert "charged" not in [o["stage"] for o in subject["offences"]]


def test_whoever_is_on_trial_where_a_detective_was_fined() -> None:
    [subject] = told(
        "A detective who fell asleep while guarding a jury has been fined £200 for contempt of court.\n"
        "DC Alistair Moss, 55, was hauled before a judge at Norwich Crown Court, where Lee Obi, 30, is on trial for murder.\n"
        "Obi denies murdering his landlady, Joan Fisk, 71."
    )
    assert "murder" not in [offence for offence, _ in crimes(subject)]


def test_a_victim_who_is_serving_a_sentence() -> None:
    [subject] = told(
        "Neil Moss, 40, a Kent Police detention officer, was convicted of sexual assault at Maidstone Crown Court.\n"
        "One of the victims, who is serving a sentence for burglary, wept as the jury returned."
    )
    assert crimes(subject) == [("sexual_assault", "convicted")]


def test_a_fourth_person_is_cautioned() -> None:
    subjects = told(
        "Two serving Kent Police officers have been charged with data offences.\n"
        "Sgt Rebecca Moss, 42, and PC Gareth Lane, 36, are due before Margate Magistrates' Court on 8 August.\n"
        "Moss is accused of two counts of misconduct in public office and Lane of two counts of computer misuse.\n"
        "A third person, a 39-year-old woman from Deal, was cautioned for obtaining personal data."
    )
    assert [s["sentences"] for s in subjects] == [[], []]
    assert all("cautioned" not in [stage for _, stage in crimes(s)] for s in subjects)


def test_a_day_for_sentence_is_still_to_come() -> None:
    [subject] = told(
        "Former Kent Police clerk Jean Moss, 58, pleaded guilty to fraud at Margate Magistrates' Court.\n"
        "Magistrates committed her to Maidstone Crown Court for sentence on 31 March. She was given a caution in 2009 for theft."
    )
    assert subject["sentenced_on"] is None


def test_the_year_of_joining_is_not_that_of_leaving() -> None:
    [subject] = told(
        "9 June 2016\nA constable has been jailed for seven years.\n"
        "Imran Moss, 35, who joined Kent Police in 2004, was sacked in January."
    )
    assert subject["proceeding"]["date"] == "2016-01"


def test_a_year_told_in_one_breath_still_carries() -> None:
    [subject] = told(
        "PC Imran Moss, 35, of Kent Police, was charged with theft in 2014 and dismissed in November."
    )
    assert subject["proceeding"]["date"] == "2014-11"


def test_an_officers_brother_is_no_officer() -> None:
    subjects = told(
        "A police officer and his brother have been jailed for trying to sell cocaine.\n"
        "Kashif Moss, 34, and Shazad Moss, 40, were convicted of conspiracy to supply Class A drugs at Maidstone Crown Court.\n"
        "Kashif, a constable with Kent Police for six years, was jailed for 14 years. Shazad received 11 years.\n"
        "A woman, Una Pike, 36, was cleared of both charges."
    )
    assert [s["name"] for s in subjects] == ["Kashif Moss"]
    assert terms(subjects[0]) == [("imprisonment", "P14Y")]


def test_a_judge_who_will_sentence_two_says_nothing_of_the_third() -> None:
    subjects = told(
        "PC Liam Moss, 28, and former PC Jake Lane, 31, both pleaded guilty to theft at Maidstone Crown Court.\n"
        "PC Aaron Teal, 26, denied two counts of theft and will be tried in March.\n"
        "Judge Ann Hale said she would sentence Moss and Lane on 2 November."
    )
    assert {s["name"]: s["offences"][0]["stage"] for s in subjects} == {
        "Liam Moss": "convicted",
        "Jake Lane": "convicted",
        "Aaron Teal": "charged",
    }


def test_a_charge_on_which_the_jury_could_not_decide() -> None:
    [subject] = told(
        "A jury at Norwich Crown Court convicted former superintendent Gordon Moss, 61, of perjury but could not decide on a second charge of fraud."
    )
    assert crimes(subject) == [("perjury", "convicted"), ("fraud", "charged")]


def test_one_of_two_other_men_has_a_knife() -> None:
    [subject] = told(
        "Special constable Ben Moss, 22, of Kent Police, pleaded guilty to theft at the Old Bailey.\n"
        "The officer is due to stand trial on a fraud charge alongside two other men. One of them, aged 19, admits possessing a knife."
    )
    assert "offensive_weapon" not in [offence for offence, _ in crimes(subject)]


def test_a_suppliers_plea_is_not_the_constables() -> None:
    [subject] = told(
        "PC Adrian Moss, 36, of Kent Police, is charged with possessing a class A drug with intent to supply. He denies the charge.\n"
        "Opening the case at Maidstone Crown Court, Mr Simon Denny said that Moss's supplier, Gurdip Obi, 41, had already pleaded guilty to conspiracy to supply."
    )
    assert crimes(subject) == [("drugs_supply", "charged")]


def test_a_charge_that_somebody_had_dropped() -> None:
    [subject] = told(
        "PC Mark Moss, 27, of Kent Police, was cleared of theft. He had a charge of dangerous driving dropped before the trial."
    )
    assert crimes(subject) == [("theft", "acquitted"), ("dangerous_driving", "discontinued")]


def test_a_charge_left_on_file_is_not_admitted() -> None:
    [subject] = told(
        "PC Mark Moss, 27, of Kent Police, admitted fraud at Maidstone Crown Court and had a theft charge left on file."
    )
    assert crimes(subject) == [("fraud", "convicted"), ("theft", "discontinued")]


def test_whoever_had_two_charges_still_has_them() -> None:
    [subject] = told("PC Mark Moss, 27, of Kent Police, had two charges of theft put to him. He denied both.")
    assert crimes(subject) == [("theft", "charged")]


def test_a_count_on_which_a_jury_could_not_agree_is_beyond_those_proved() -> None:
    [subject] = told(
        "Jurors found Mark Moss, 46, a Kent police officer, guilty of three counts of misconduct in public office.\n"
        "They were unable to reach a verdict on one count, and acquitted him of another."
    )
    assert sorted((o["stage"], o["count"]) for o in subject["offences"]) == [
        ("acquitted", 1),
        ("charged", 1),
        ("convicted", 3),
    ]


def test_an_officer_whom_he_joins_has_a_term_of_his_own() -> None:
    subject, *rest = told(
        "A police officer has been jailed for theft.\n"
        "PC Mark Moss, 46, of Kent Police, was jailed for two years at Maidstone Crown Court.\n"
        "He joins a former Dorset sergeant jailed for four years in 2016 for similar crimes."
    )
    assert terms(subject) == [("imprisonment", "P2Y")]
    assert all(other["name"] is None and terms(other) != [("imprisonment", "P2Y")] for other in rest)
