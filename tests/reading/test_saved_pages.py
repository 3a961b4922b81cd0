"""Constructions of pages as people save them: counsel, squads, captions, chiefs named beside a subject, and who "they" are."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> dict[str, dict[str, Any]]:
    """The subjects of a page by name."""
    subjects = read(Document("x", text)).to_dict()["subjects"]
    return {s["name"] or "": s for s in subjects}


def test_counsel_are_no_subjects_whatever_else_the_page_leaves_unnamed() -> None:
    text = (
        "Long hearing ends\n\n3 March 2020\n\nTwo Essex Police officers were dismissed and one was given a final written "
        "warning at the end of a misconduct hearing today.\n\nPatrick Lomax KC and Edith Saul acted as counsel for the force.\n\n"
        "Nina Farrow (instructed by Slate Law) represented one of the officers.\n"
    )
    subjects = read(Document("x", text)).to_dict()["subjects"]
    assert [s["name"] for s in subjects] == [None, None, None]


def test_a_blow_of_somebodys_knee_makes_nobody_a_victim() -> None:
    text = (
        "Cheltenham sergeant on trial over cell 'kick'\n\nA custody sergeant kicked a prisoner, a court was told.\n\n"
        "Pc Amy Holt said she felt the thud of Sgt Barry Lunn's knee as it hit the man.\n\nSgt Lunn, 44, of Gloucestershire "
        "Police, denies assault by beating at Bristol Magistrates' Court.\n"
    )
    assert list(told(text)) == ["Barry Lunn"]


def test_a_hand_on_somebodys_knee_does() -> None:
    text = (
        "A detective sergeant put his hand on PC Carla Frome's knee in a patrol car, a misconduct hearing was told.\n\n"
        "DS Mark Elland, of Surrey Police, was given a final written warning.\n"
    )
    assert list(told(text)) == ["Mark Elland"]


def test_they_are_the_two_whom_the_same_sentence_names() -> None:
    text = (
        "Det Con Paul Ames, 41, Det Con Roy Bale, 38, and Det Sgt Ian Coe, 45, of Surrey Police, were jailed yesterday.\n\n"
        "Ames and Bale got four years each after they were convicted of conspiracy to handle stolen goods.\n\n"
        "Coe was jailed for 18 months for perverting the course of justice. He was cleared of conspiracy to handle stolen goods.\n"
    )
    found = {n: {o["offence"]: o["stage"] for o in s["offences"]} for n, s in told(text).items()}
    assert found["Ian Coe"] == {
        "perverting_the_course_of_justice": "convicted",
        "handling_stolen_goods": "acquitted",
    }
    assert found["Paul Ames"] == found["Roy Bale"] == {"handling_stolen_goods": "convicted"}


def test_other_members_of_the_squad_have_their_own_sentences() -> None:
    text = (
        "PC Paul Ames was jailed for three years at Hull Crown Court for theft.\n\nTwo former colleagues, Ron Dace and "
        "Ian Ebb, were jailed in March. Dace got five years and Ebb was sentenced to four years.\n"
    )
    found = told(text)
    assert {n: [x["length"] for x in s["sentences"]] for n, s in found.items()} == {
        "Paul Ames": ["P3Y"],
        "Ron Dace": ["P5Y"],
        "Ian Ebb": ["P4Y"],
    }
    assert found["Paul Ames"]["sentenced_on"] is None


def test_two_other_officers_are_the_two_who_are_named_further_down() -> None:
    text = (
        "Two Kent Police officers have been dismissed over a stop in Dover. PC Ann Lowe and PC Tim Hart were found to have "
        "lied at a misconduct hearing.\n\nTwo other officers were cleared.\n\nThe hearing was told that PC Lowe, PC Hart, "
        "PC Gita Rana and Sergeant Bill Coe stopped the car in May.\n\nPC Rana and Sergeant Coe were found not to have "
        "breached any standards.\n"
    )
    found = told(text)
    assert list(found) == ["Ann Lowe", "Tim Hart", "Gita Rana", "Bill Coe"]
    assert found["Bill Coe"]["proceeding"]["finding"] == "not_proven"
    # the stop was in May, not the hearing
    assert {s["proceeding"]["date"] for s in found.values()} == {None}


def test_a_chief_named_beside_a_subject_keeps_the_rank() -> None:
    text = (
        "A police officer has been jailed for theft.\n\nHarvey Lunt, 29, a response officer in Lowestoft, stole from a shop.\n"
        'Suffolk police Chief Constable, Graham Otley, said Lunt\'s conviction "shames us".\nThe Chief Constable said Lunt '
        "had let colleagues down.\n"
    )
    assert told(text)["Harvey Lunt"]["rank"] is None


def test_failing_to_report_a_lie_is_no_driving_offence() -> None:
    text = "PC Gita Rana, of Kent Police, is accused of failing to report the lie, a misconduct hearing was told."
    assert told(text)["Gita Rana"]["offences"] == []


def test_a_police_corruption_trial_is_no_offence_by_itself() -> None:
    text = (
        "A police corruption trial ended yesterday with two detectives jailed.\n\nDet Con Paul Ames, 41, and Det Con Roy "
        "Bale, 38, were convicted of conspiracy to supply cannabis at Hull crown court.\n"
    )
    for subject in told(text).values():
        assert [o["offence"] for o in subject["offences"]] == ["drugs_supply"]


def test_one_told_of_beside_a_counted_group_is_one_more() -> None:
    text = (
        "One Kent Police officer was dismissed and two were given written warnings after a misconduct hearing chaired by "
        "Assistant Chief Constable Jo Beam on 4 May 2021."
    )
    found = [s["proceeding"] for s in read(Document("x", text)).to_dict()["subjects"]]
    assert [p["outcome"] for p in found] == ["dismissed", "written_warning", "written_warning"]
    # the hearing that the end of the sentence tells of is that of all three
    assert {(p["kind"], p["date"], p["chair"]) for p in found} == {
        ("misconduct_hearing", "2021-05-04", "Jo Beam")
    }


def test_one_of_those_counted_is_not_one_more() -> None:
    text = (
        "Four Kent Police constables appeared before a misconduct hearing. Two were dismissed, one was given a final "
        "written warning and one was cleared."
    )
    found = [s["proceeding"] for s in read(Document("x", text)).to_dict()["subjects"]]
    assert [(p["outcome"], p["finding"]) for p in found] == [
        ("dismissed", None),
        ("dismissed", None),
        ("final_written_warning", None),
        (None, "not_proven"),
    ]


def test_the_same_officers_told_of_again_by_rank_are_nobody_new() -> None:
    text = (
        "Two Kent Police officers were dismissed and two were given final written warnings at a misconduct hearing on 4 May "
        "2021, following findings of gross misconduct against all of them.\n\nThe panel ruled that: a sergeant should be "
        "dismissed; a constable should be dismissed; and two detective constables should be given final written warnings.\n"
    )
    found = read(Document("x", text)).to_dict()["subjects"]
    assert [(s["rank"], s["proceeding"]["outcome"], s["proceeding"]["finding"]) for s in found] == [
        ("sergeant", "dismissed", "gross_misconduct"),
        ("police_constable", "dismissed", "gross_misconduct"),
        ("detective_constable", "final_written_warning", "gross_misconduct"),
        ("detective_constable", "final_written_warning", "gross_misconduct"),
    ]


def test_others_of_another_day_are_new() -> None:
    text = (
        "Two Kent Police officers were dismissed after a hearing in May.\n\nIn June a sergeant was dismissed and a constable "
        "was given a written warning.\n"
    )
    assert len(read(Document("x", text)).to_dict()["subjects"]) == 4


def test_who_would_have_been_dismissed_beside_who_was() -> None:
    text = (
        "At a misconduct hearing Deputy Chief Constable Ann Bray, of Essex Police, dismissed a serving officer without "
        "notice and said that she would have dismissed the two former officers, had they not resigned.\n"
    )
    found = [s["proceeding"]["outcome"] for s in read(Document("x", text)).to_dict()["subjects"]]
    assert found == ["dismissed_without_notice", "would_have_been_dismissed", "would_have_been_dismissed"]


def test_a_day_of_issue_before_the_headline() -> None:
    text = (
        "2021-04-09 Constable fined for speeding in patrol car\nA police constable has been fined £200 for speeding.\n\n"
        "PC Una Bray, of Essex Police, admitted the offence at Colchester Magistrates' Court.\n"
    )
    reading = read(Document("x", text)).to_dict()
    assert (reading["published"], reading["title"]) == (
        "2021-04-09",
        "Constable fined for speeding in patrol car",
    )


def test_days_that_open_every_line_are_those_of_events() -> None:
    text = "2021-04-09 Misconduct hearing: PC Bray - dismissed\n2021-05-12 Misconduct hearing: PC Crane - final written warning\n"
    reading = read(Document("x", text)).to_dict()
    assert reading["published"] is None
    assert [s["proceeding"]["date"] for s in reading["subjects"]] == ["2021-04-09", "2021-05-12"]


def test_whom_the_barred_list_keeps_from_work_has_no_part_in_the_case() -> None:
    text = (
        "PC Una Bray was dismissed without notice at a misconduct hearing on 4 May 2021.\n\nShe will be added to the Barred "
        "List held by the College of Policing. Those appearing on the list cannot be employed by police, local policing "
        "bodies (PCCs), the Independent Office for Police Conduct or the inspectorate.\n"
    )
    assert told(text)["Una Bray"]["investigation"]["oversight"] is None


def test_a_hearing_that_is_told_in_the_present_is_not_over() -> None:
    text = (
        "A police officer kissed a grieving woman in her kitchen, a misconduct hearing was told.\n\nPC Una Bray, of Essex "
        "Police, denies the allegations.\n"
    )
    proceeding = told(text)["Una Bray"]["proceeding"]
    assert (proceeding["finding"], proceeding["outcome"]) == ("pending", "pending")


def test_guilty_of_gross_misconduct_convicts_of_no_crime_told_beside_it() -> None:
    text = (
        "A film was found on a camera of PC Una Bray, of Kent Police, who was being investigated for burglary. She was "
        "found guilty of gross misconduct and sacked.\n"
    )
    assert [(o["offence"], o["stage"]) for o in told(text)["Una Bray"]["offences"]] == [
        ("burglary", "alleged")
    ]


def test_a_writer_before_an_address_is_no_subject() -> None:
    text = (
        "Teesdale Times\n\nTwo officers sacked by force\n\n- MARTHA GROVER teesdaletimes@example.com\n\nTWO Durham Police "
        "officers have been sacked after a private misconduct hearing.\n"
    )
    assert [s["name"] for s in read(Document("x", text)).to_dict()["subjects"]] == [None, None]


def test_a_day_of_issue_is_not_the_day_of_what_its_line_tells() -> None:
    text = (
        "2020-10-19 A student police officer in Suffolk has been sacked after she was found to have lied.\n\nPC Naomi "
        "Tredwell was dismissed at a misconduct hearing last week.\n"
    )
    assert told(text)["Naomi Tredwell"]["proceeding"]["date"] is None


def test_who_found_it_gross_misconduct_decided() -> None:
    text = (
        "PC Una Bray lied about a crash, a misconduct hearing was told.\n\nChief Constable Louise Farrant found she had "
        "committed gross misconduct and dismissed her without notice.\n"
    )
    proceeding = told(text)["Una Bray"]["proceeding"]
    assert (proceeding["chair"], proceeding["chair_role"]) == ("Louise Farrant", "Chief Constable")


def test_two_in_one_breath_after_the_word_proceedings() -> None:
    text = (
        "Kent Police moved fast.\n\nAfter lengthy misconduct proceedings a sergeant and a PC were dismissed last month. A "
        "second PC resigned before she could be punished.\n"
    )
    found = read(Document("x", text)).to_dict()["subjects"]
    assert [(s["rank"], (s["proceeding"] or {}).get("outcome")) for s in found[:2]] == [
        ("sergeant", "dismissed"),
        ("police_constable", "dismissed"),
    ]


def test_the_share_of_one_outcome_is_not_that_of_the_next() -> None:
    text = (
        "One serving officer and two former officers of Norfolk Police breached the standards.\n\nThe chair of the hearing, "
        "Chief Constable Hilda Marchbank, dismissed one serving officer with immediate effect and would have dismissed two "
        "former officers with immediate effect, had they still been serving.\n"
    )
    found = [s["proceeding"]["outcome"] for s in read(Document("x", text)).to_dict()["subjects"]]
    assert found == [
        "dismissed_with_immediate_effect",
        "would_have_been_dismissed",
        "would_have_been_dismissed",
    ]


def test_no_action_against_a_driver_is_none_against_the_officer_who_came() -> None:
    text = (
        "Two police officers have been charged with perverting the course of justice.\n\nThe van driven by PC Nathan Orrell, "
        "28, hit a taxi in June.\n\nThe taxi driver was reported for driving offences after PC Mark Devane, 24, arrived on "
        "the scene.\n\nNo further action was taken against him and an inquiry was opened by West Yorkshire Police.\n"
    )
    found = told(text)["Mark Devane"]
    assert found["proceeding"] is None
    assert [o["stage"] for o in found["offences"]] == ["charged"]


def test_days_between_which_a_hearing_sat_and_days_between_which_something_was_done() -> None:
    sat = "PC Una Bray of Kent Police was dismissed after a misconduct hearing held at Maidstone between 7 March 2022 and 18 March 2022."
    done = "PC Una Bray of Kent Police was dismissed at a misconduct hearing for offences committed between 7 March 2022 and 18 March 2022."
    assert told(sat)["Una Bray"]["proceeding"]["date"] == "2022-03-18"
    assert told(done)["Una Bray"]["proceeding"]["date"] is None
