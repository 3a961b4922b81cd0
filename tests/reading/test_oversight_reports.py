"""Reports of oversight investigations: several officers without names, each with what became of them."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import Reading, read

HEAD = "Police response to a report - Essex Police, May 2017\n\n"
OURS = "We carried out an independent investigation.\n"
Told = tuple[str | None, str | None, str | None, str | None]


def reading_of(text: str) -> Reading:
    """The reading of a report with a headline and an opening of its own."""
    return read(Document("x", HEAD + OURS + text))


def told(text: str) -> list[Told]:
    """Rank, kind of proceeding, finding and outcome of each subject, in order."""
    out: list[Told] = []
    for s in reading_of(text).subjects:
        p = s.proceeding
        out.append((s.rank, p.kind if p else None, p.finding if p else None, p.outcome if p else None))
    return out


MEETING, HEARING, NONE = "misconduct_meeting", "misconduct_hearing", "not_stated"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a list of people whose first part has a number is no total of the rest
        ("We interviewed two dispatchers, a sergeant and the duty inspector under the misconduct caution.\n"
         "The first dispatcher had a case to answer for misconduct and received a written warning at a misconduct meeting. "
         "There was no case to answer for the second dispatcher. The sergeant received management action. "
         "The inspector had no case to answer.",
         [("police_staff", MEETING, None, "written_warning"), ("police_staff", NONE, "no_case", None),
          ("sergeant", NONE, None, "management_advice"), ("inspector", NONE, "no_case", None)]),
        # one of them, another, the remaining two: parts of a group that was looked at
        ("Our investigation examined the actions of all four officers.\nWe found that one of them, an inspector, had a case to "
         "answer for misconduct and that another had a case to answer for misconduct as well. We found no case to answer for the "
         "remaining two.\nThe inspector received a written warning at a misconduct meeting.",
         [("inspector", MEETING, None, "written_warning"), (None, NONE, "pending", None),
          (None, NONE, "no_case", None), (None, NONE, "no_case", None)]),
        # the other of a pair of detention officers is not the police officer
        ("The officer had a case to answer for gross misconduct and was dismissed at a misconduct hearing.\nOne of the detention "
         "officers had a case to answer for misconduct and was given words of advice. We found no indication that the other had "
         "behaved in a way that would justify disciplinary proceedings.",
         [(None, HEARING, None, "dismissed"), ("police_staff", NONE, None, "management_advice")]),
        # his colleague
        ("We served the two officers with notices of investigation.\nThe officer who drew his baton had a case to answer for "
         "misconduct. There was no case to answer for his colleague.\nThe officer received a written warning at a misconduct meeting.",
         [(None, MEETING, None, "written_warning"), (None, NONE, "no_case", None)]),
        # groups of two ranks, each divided; evidence that did not show a case
        ("Three sergeants and two inspectors were served with notices.\nThere was evidence of misconduct on the part of one of the "
         "sergeants and of one of the inspectors. The evidence in the cases of the other two sergeants and the other inspector did "
         "not show that they had a case to answer.\nThe sergeant attended a misconduct meeting, where misconduct was proven.",
         [("sergeant", MEETING, "misconduct", None), ("sergeant", NONE, "no_case", None), ("sergeant", NONE, "no_case", None),
          ("inspector", NONE, "pending", None), ("inspector", NONE, "no_case", None)]),
        # one sentence of a panel, two ends
        ("The three officers had a case to answer for gross misconduct.\nAt a misconduct hearing the panel dismissed the "
         "allegations against two of the officers and found misconduct proven in the case of the third, who received a final "
         "written warning.",
         [(None, HEARING, "not_proven", None), (None, HEARING, "not_proven", None),
          (None, HEARING, "misconduct", "final_written_warning")]),
        # the object of "who" is not judged
        ("The officer was dismissed at a misconduct hearing.\nA detective sergeant who supervised the officer had a case to answer "
         "for misconduct. The force decided that he should receive management action.",
         [(None, HEARING, None, "dismissed"), ("detective_sergeant", NONE, None, "management_advice")]),
        # "a serving officer" as what somebody would have been is nobody new
        ("The officer had a case to answer for gross misconduct.\nA misconduct hearing found that the officer would have been "
         "dismissed if she were still a serving officer.", [(None, HEARING, None, "would_have_been_dismissed")]),
        # former and serving officers of one group; a hearing held is everybody's who faces one
        ("All five officers had a case to answer for gross misconduct. Two of the five resigned.\nA misconduct hearing took place in "
         "June 2019. Two of the serving officers were dismissed without notice and the other received a final written warning. The two "
         "former officers would have been dismissed.",
         [(None, HEARING, None, "would_have_been_dismissed"), (None, HEARING, None, "would_have_been_dismissed"),
          (None, HEARING, None, "dismissed_without_notice"), (None, HEARING, None, "dismissed_without_notice"),
          (None, HEARING, None, "final_written_warning")]),
        # "the third did not"
        ("We served notices on three custody sergeants.\nTwo of the custody sergeants had a case to answer for misconduct and the third "
         "did not.\nThe two sergeants received management action.",
         [("sergeant", NONE, None, "management_advice"), ("sergeant", NONE, None, "management_advice"),
          ("sergeant", NONE, "no_case", None)]),
        # the two officers are not the two detention officers
        ("We investigated the conduct of the arresting officer, a second officer and two detention officers.\nThere was no case to answer "
         "for the detention officers. The two officers had a case to answer for misconduct and were given operational advice.",
         [(None, NONE, None, "management_advice"), (None, NONE, None, "management_advice"),
          ("police_staff", NONE, "no_case", None), ("police_staff", NONE, "no_case", None)]),
        # the sergeant who had been tried
        ("We interviewed both sergeants under the misconduct caution. One was charged with common assault and acquitted at court.\nBoth had "
         "a case to answer for gross misconduct.\nAt a misconduct hearing the panel dismissed the sergeant who had been tried. The other "
         "sergeant received a final written warning.",
         [("sergeant", HEARING, None, "dismissed"), ("sergeant", HEARING, None, "final_written_warning")]),
        # a meeting that could not be held
        ("The officer had a case to answer for misconduct and the force agreed that the officer should attend a misconduct meeting. The officer "
         "left the force before the meeting could be held.", [(None, MEETING, None, None)]),
        # a pronoun that goes back to the one person brought in
        ("A call handler looked up the records of her former husband. She pleaded guilty to theft and received a written warning "
         "at a misconduct meeting.", [("police_staff", MEETING, None, "written_warning")]),
        # "One of the sergeants" of two detective sergeants; the other; a hearing of one's own beside another's meeting
        ("A detective constable had a case to answer for gross misconduct and two detective sergeants had a case to answer for misconduct.\n"
         "The detective constable admitted gross misconduct at a hearing in May 2018 and was given a final written warning. One of the "
         "sergeants received a written warning at a misconduct meeting. The other received management action.",
         [("detective_constable", HEARING, None, "final_written_warning"), ("detective_sergeant", MEETING, None, "written_warning"),
          ("detective_sergeant", NONE, None, "management_advice")]),
        # a meeting for one officer is for the one who faces it
        ("Five officers were served with notices. One officer had a case to answer for misconduct. We identified performance issues for two "
         "other officers.\nThe force agreed to hold a misconduct meeting for one officer. Misconduct was not proven for the officer.",
         [(None, MEETING, "not_proven", None), (None, None, None, None), (None, None, None, None)]),
        # the supervisor has the floor, and "the officer" is still the officer
        ("A police constable sent messages to a witness. The officer had a case to answer for gross misconduct.\nA supervisor had a case to "
         "answer for misconduct.\nThe officer was dismissed at a misconduct hearing. The supervisor received management action.",
         [("police_constable", HEARING, None, "dismissed"), (None, NONE, None, "management_advice")]),
        # a tribunal that could find is no hearing, and a meeting that need not be attended no meeting
        ("The force determined that a tribunal could find misconduct for the officer but that management action was better.",
         [(None, NONE, None, "management_advice")]),
        ("We were of the view that this did not require attendance at a misconduct meeting. The officer had a case to answer for misconduct. "
         "The officer received management action.", [(None, NONE, None, "management_advice")]),
        # no action could be taken
        ("We investigated two detention officers and served them with notices.\nThe two detention officers left the force before any action "
         "could be taken.", [("police_staff", NONE, None, "no_action"), ("police_staff", NONE, None, "no_action")]),
        # the force accepted in one case and rejected in another
        ("The sergeant had a case to answer for gross misconduct and the other two officers had a case to answer for misconduct.\nThe force "
         "accepted this in the case of the sergeant and rejected it in the case of the other two, to whom it gave management advice.\nThe "
         "sergeant was dismissed at a misconduct hearing.",
         [("sergeant", HEARING, None, "dismissed"), (None, NONE, None, "management_advice"), (None, NONE, None, "management_advice")]),
        # one of the three others, a sergeant; the other two
        ("Two officers were served with notices. Three further officers were served with misconduct notices.\nNeither of the two officers had a "
         "case to answer. One of the three others, a sergeant, had a case to answer for misconduct and received management action. The other "
         "two had no case to answer.",
         [(None, NONE, "no_case", None), (None, NONE, "no_case", None), ("sergeant", NONE, None, "management_advice"),
          (None, NONE, "no_case", None), (None, NONE, "no_case", None)]),
        # all three whom the story brought in
        ("A member of police staff looked at records, and two constables helped her.\nAll three had a case to answer for gross misconduct. At a "
         "misconduct hearing one constable was dismissed and the other was given a final written warning.",
         [("police_staff", NONE, "pending", None), ("police_constable", HEARING, None, "dismissed"),
          ("police_constable", HEARING, None, "final_written_warning")]),
        # "the officers" beside a sergeant of whom a case was told alone
        ("We interviewed the custody sergeant and the three officers.\nThe custody sergeant had a case to answer for misconduct. The officers had no "
         "case to answer.\nThe custody sergeant was given a written warning at a misconduct meeting.",
         [("sergeant", MEETING, None, "written_warning"), (None, NONE, "no_case", None), (None, NONE, "no_case", None),
          (None, NONE, "no_case", None)]),
        # "It told us that the inspector ..." is about the inspector
        ("We served notices on the inspector and a sergeant. Both had a case to answer for misconduct.\nThe force agreed that the sergeant had a case "
         "to answer. It told us that the inspector would be given management advice.\nThe sergeant received a written warning at a misconduct meeting.",
         [("inspector", NONE, None, "management_advice"), ("sergeant", MEETING, None, "written_warning")]),
        # an allegation found to be proven, after one that was not
        ("The officer attended a misconduct meeting. The chair found the allegation that she had been rude to be not proven. The chair found the "
         "allegation that she had not written it down to be proven. The officer received a written warning.",
         [(None, MEETING, None, "written_warning")]),
    ],
)  # fmt: skip
def test_each_officer_has_their_own_end(words: str, expected: list[Told]) -> None:
    """Who a report tells of, and what became of each."""
    assert told(words) == expected


def test_an_intruders_sentence_is_no_officers() -> None:
    """A sentence passed on somebody with no police role is nobody's here."""
    reading = reading_of(
        "She was attacked by the intruder, who was jailed for six years.\n"
        "The call handler had no case to answer but received management action."
    )
    assert [s.sentences for s in reading.subjects] == [[]]


def test_officers_suspended_in_general_suspend_nobody() -> None:
    """A policy about suspended officers tells nothing of the officer of the report."""
    reading = reading_of(
        "The officer had a case to answer for misconduct and received management advice.\n"
        "The force improved its guidance for officers suspended from duty."
    )
    assert [s.suspended for s in reading.subjects] == [None]


@pytest.mark.parametrize(
    "appeal",
    [
        "The woman appealed to us against the outcome of the force's investigation. We upheld the woman's appeal.",
        "The complainant's family appealed against the decision.",
    ],
)
def test_a_complainants_appeal_is_no_tribunals(appeal: str) -> None:
    """An appeal that brought the complaint to the oversight body is not the officer's."""
    reading = reading_of(f"{appeal}\nThe officer was dismissed at a misconduct hearing.")
    assert [s.appeal for s in reading.subjects] == [None]


def test_the_nurse_who_resigned_is_no_officer() -> None:
    """What became of somebody with no police role is not the officer's."""
    reading = reading_of(
        "The officer received management action.\nThe nurse resigned before the end of the investigation."
    )
    assert [s.resigned for s in reading.subjects] == [None]


def test_an_offence_that_prosecutors_declined_is_discontinued() -> None:
    """A report that says what the prosecutors considered, and that they declined."""
    reading = reading_of(
        "The two officers had a case to answer for gross misconduct. We sent our report to the Crown Prosecution Service (CPS), who "
        "considered an offence of perverting the course of justice. The CPS declined to prosecute either officer."
    )
    assert [[(o.offence, o.stage) for o in s.offences] for s in reading.subjects] == [
        [("perverting_the_course_of_justice", "discontinued")]
    ] * 2


def test_we_managed_the_forces_investigation() -> None:
    """An oversight body's own "we managed" is its mode."""
    reading = read(
        Document(
            "x",
            HEAD
            + "We managed the force's investigation.\nThe officer was dismissed at a misconduct hearing.",
        )
    )
    assert [s.investigation and s.investigation.mode for s in reading.subjects] == ["managed"]


def test_a_jury_that_cleared_him_acquitted_him() -> None:
    """An acquittal told of the jury and not of the officer."""
    reading = reading_of(
        "The officer was charged with two counts of theft. In May 2018 the jury cleared him of all charges.\n"
        "At a misconduct hearing the officer was dismissed."
    )
    assert [[(o.offence, o.count, o.stage) for o in s.offences] for s in reading.subjects] == [
        [("theft", 2, "acquitted")]
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # "one of the two constables ... the other officer": the other constable, not the custody officer
        ("The custody officer had a case to answer for misconduct and was given management action.\nOne of the two constables was found "
         "at a misconduct meeting to have breached the standards and received a written warning. The other officer and the detention "
         "officer had no case to answer, but were given advice.",
         [(None, NONE, None, "management_advice"), ("police_constable", MEETING, None, "written_warning"),
          ("police_constable", NONE, "no_case", "management_advice"), ("police_staff", NONE, "no_case", "management_advice")]),
        # a fourth officer, first told of after the others, stands after them
        ("We served notices on four officers.\nThe first officer was dismissed at a misconduct hearing. The second officer had no case to "
         "answer. The third officer was given words of advice.\nA fourth officer was dealt with by way of the reflective practice review "
         "process.",
         [(None, HEARING, None, "dismissed"), (None, NONE, "no_case", None), (None, NONE, None, "management_advice"),
          (None, NONE, None, "reflective_practice")]),
        # his sergeant had a case of her own
        ("The detective constable had a case to answer for gross misconduct and was dismissed at a misconduct hearing.\nHis detective "
         "sergeant had a case to answer for misconduct. She was given a written warning at a misconduct meeting.",
         [("detective_constable", HEARING, None, "dismissed"), ("detective_sergeant", MEETING, None, "written_warning")]),
        # of two constables under notice the first told of is the first of them
        ("Two constables were served with notices.\nThe constable who used his baton had a case to answer for misconduct and received a "
         "written warning at a misconduct meeting. The other constable had no case to answer.",
         [("police_constable", MEETING, None, "written_warning"), ("police_constable", NONE, "no_case", None)]),
        # retired before the hearing: its kind alone
        ("The constable had a case to answer for gross misconduct. He retired before the misconduct hearing which the force had "
         "arranged could take place.",
         [("police_constable", HEARING, None, None)]),
        # no crime found, misconduct found: nobody is cleared
        ("The investigator found no indication that anybody may have committed a criminal offence, but found that the dispatcher may "
         "have behaved in a manner that could justify disciplinary proceedings. The force agreed that there was a case to answer for "
         "misconduct for the dispatcher and dealt with it by management action.",
         [("police_staff", NONE, None, "management_advice")]),
        # no finding of misconduct
        ("The inspector had no case to answer. There was insufficient evidence for a tribunal to find misconduct on her part.",
         [("inspector", NONE, "no_case", None)]),
        ("The force held a misconduct meeting for the officer. At the meeting misconduct was not found.",
         [(None, MEETING, "not_proven", None)]),
        # outside the discipline process, or by training
        ("The officer had a case to answer for misconduct. The force proposed to deal with this outside the formal disciplinary process.",
         [(None, NONE, None, "other")]),
        ("The call handler had a case to answer for misconduct. She was offered further training.",
         [("police_staff", NONE, None, "other")]),
        # what the police did about a report is nobody's outcome
        ("The officers released the man and took no further action regarding the alleged assault. We found that the detective constable "
         "had no case to answer.",
         [("detective_constable", NONE, "no_case", None)]),
    ],
)  # fmt: skip
def test_of_several_officers_each_keeps_his_own_end(words: str, expected: list[Told]) -> None:
    assert told(words) == expected


def test_a_caution_for_misconduct_alone_accuses_nobody_of_a_crime() -> None:
    subjects = reading_of(
        "We interviewed two officers under criminal and misconduct caution, and a call taker under the misconduct caution only.\n"
        "The CPS decided that the first officer should be charged with misconduct in public office. A jury found him not guilty.\n"
        "The call taker had no case to answer."
    ).subjects
    assert [o.stage for o in subjects[0].offences] == ["acquitted"]
    assert subjects[-1].rank == "police_staff" and subjects[-1].offences == []


def test_an_investigation_is_not_said_to_be_of_the_officer_who_gave_a_statement() -> None:
    assert not reading_of(
        "We investigated and obtained statements from the officer and his colleague. We found that the officers acted in line with "
        "policy."
    ).subjects


def names(text: str) -> list[str | None]:
    """The names of the subjects of a page as it stands."""
    return [s.name for s in read(Document("x", text)).subjects]


def test_the_ombudsman_is_in_no_case() -> None:
    page = (
        "OFFICE OF THE POLICE OMBUDSMAN FOR NORTHERN IRELAND\n\nConstable disciplined\n\nA PSNI constable has been disciplined for leaving "
        "an injured woman.\n\nThe Police Ombudsman, Mrs Aoibheann McGlade, said there was no doubt. Mrs McGlade recommended that he be "
        "disciplined. He has received a superintendent's written warning.\n"
    )
    subjects = read(Document("x", page)).subjects
    assert [(s.name, s.rank, s.force) for s in subjects] == [(None, "police_constable", "psni")]


def test_two_men_who_were_charged_are_no_officers() -> None:
    page = (
        "Independent Office for Police Conduct\n\nStatements\n\nUpdate on our investigation into a shooting in Walsall\n\n11 April 2022\n\n"
        "Our investigation into the fatal shooting of a man by a West Midlands Police firearms officer is continuing. All officers are being "
        "treated as witnesses.\n\nTwo men, Kyle Brannigan, 31, and Dominik Sowa, 26, both of Dudley, have been charged with kidnap and will "
        "appear at Wolverhampton Crown Court.\n"
    )
    reading = read(Document("x", page))
    assert reading.subjects == []
    assert reading.title == "Update on our investigation into a shooting in Walsall"


def test_an_entry_that_opens_on_the_charge_tells_of_the_officer_charged() -> None:
    page = (
        "OFFICERS DISCIPLINED\n\n22 September 2006\n\nAt a disciplinary hearing which concluded on Wednesday (20 September) before a panel "
        "chaired by Assistant Chief Constable Lyndon Prideaux of West Midlands Police:\n\n* Sergeant Kelvin Stroud admitted neglect of duty "
        "and was fined 13 days' pay\n* PC Aftab Sealey was reprimanded for incivility\n* A charge of neglect against PC Gillian Orme was "
        "found not proved\n\nAn inspector received a written warning in June.\n"
    )
    subjects = read(Document("x", page)).subjects
    assert [s.name for s in subjects] == ["Kelvin Stroud", "Aftab Sealey", "Gillian Orme", None]
    proceedings = [s.proceeding for s in subjects if s.proceeding is not None]
    assert [(p.kind, p.outcome, p.finding) for p in proceedings] == [
        (HEARING, "other", None), (HEARING, "other", None), (HEARING, None, "not_proven"), (NONE, "written_warning", None),
    ]  # fmt: skip


def test_a_sergeant_who_dealt_with_the_officer_named_has_his_own_end() -> None:
    page = (
        "Officer dismissed after Taser incident\n\nPC Wendell Corrigan, 40, of Lancashire Constabulary, was found guilty of gross misconduct "
        "by a panel and was dismissed.\n\nThe incident took place in a snooker hall in Accrington in 2008. He said that the man had a cue.\n\nA sergeant who signed off PC Corrigan's form without reading it was given a final written warning "
        "at a misconduct hearing.\n"
    )
    told = [
        (s.name, s.rank, s.proceeding and s.proceeding.outcome) for s in read(Document("x", page)).subjects
    ]
    assert told == [
        ("Wendell Corrigan", "police_constable", "dismissed"), (None, "sergeant", "final_written_warning"),
    ]  # fmt: skip


def test_their_supervisor_is_judged_alone() -> None:
    page = (
        "Officers dismissed\n\nPC Lorcan Mayhew and PC Bettina Agyeman of Kent Police were found at a misconduct hearing to have committed "
        "gross misconduct and were dismissed. PS Hugh Delacroix, who was their supervisor, was found to have committed misconduct and was "
        "given a written warning.\n"
    )
    found = [s.proceeding.finding for s in read(Document("x", page)).subjects if s.proceeding is not None]
    assert found == ["gross_misconduct", "gross_misconduct", "misconduct"]


def test_a_line_with_both_names_of_a_body_is_no_headline() -> None:
    page = (
        "IOPC | Independent Office for Police Conduct\n\nTwo dismissed after officers mocked man – Kent Police\n\nPublished 17 November 2023\n\n"
        "Two Kent Police officers have been dismissed. Our investigation found that PC Lorcan Mayhew and PC Bettina Agyeman had mocked a man. "
        "We concluded that both had a case to answer.\n"
    )
    reading = read(Document("x", page))
    assert (reading.title, reading.publisher, reading.kind) == (
        "Two dismissed after officers mocked man – Kent Police", "Independent Office for Police Conduct", "oversight_release",
    )  # fmt: skip


def test_none_for_another_is_no_case() -> None:
    assert told(
        "Six officers were served with notices. The detective constable had a case to answer for misconduct and was given a written warning "
        "at a misconduct meeting.\nThe performance of two response constables was unsatisfactory. They took part in the reflective practice "
        "review process.\nThe investigation found no case to answer for an inspector, and none for a third response constable."
    ) == [
        ("detective_constable", MEETING, None, "written_warning"), ("police_constable", NONE, None, "reflective_practice"),
        ("police_constable", NONE, None, "reflective_practice"), ("inspector", NONE, "no_case", None),
        ("police_constable", NONE, "no_case", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # first told of in the story, so first in order; the force's staff policy is nobody
        ("A custody sergeant and two civilian detention officers were on duty when a man died.\nWe did not find that the second detention "
         "officer had a case to answer. The sergeant was dismissed without notice at a misconduct hearing. The first detention officer was "
         "dealt with under the force's police staff discipline policy and given management advice.",
         [("sergeant", HEARING, None, "dismissed_without_notice"), ("police_staff", NONE, None, "management_advice"),
          ("police_staff", NONE, "no_case", None)]),
        # "the second" after "the first constable", with a member of staff between
        ("We found that a police constable and a call handler had shared pictures. A second police constable had been sent them.\nWe concluded "
         "that all three had a case to answer for gross misconduct.\nAt a misconduct hearing the first constable was found to have committed "
         "gross misconduct and was dismissed. The second was found to have committed misconduct and was given a written warning. The call "
         "handler was given management advice.",
         [("police_constable", HEARING, "gross_misconduct", "dismissed"), ("police_staff", NONE, None, "management_advice"),
          ("police_constable", HEARING, "misconduct", "written_warning")]),
        # one who had the floor and resigned; another who is told of anew
        ("We investigated messages which a response officer sent to women. He resigned during our investigation. An accelerated hearing "
         "concluded that he would have been dismissed had he still been serving.\nA police constable who knew of it was required to "
         "undertake reflective practice.",
         [(None, "accelerated_hearing", None, "would_have_been_dismissed"), ("police_constable", NONE, None, "reflective_practice")]),
        # what we concluded of the sergeant is no finding against the constables
        ("Notices were served on two police constables and a police sergeant.\nWe concluded that the two constables should face a hearing for "
         "gross misconduct and that the sergeant had acted in a way that amounted to misconduct.\nA misconduct hearing in May 2022 determined "
         "that one constable had committed misconduct, and he received a written warning. The allegations against the other were not "
         "proven. The sergeant received management advice.",
         [("police_constable", HEARING, "misconduct", "written_warning"), ("police_constable", HEARING, "not_proven", None),
          ("sergeant", NONE, None, "management_advice")]),
        # a sergeant told of anew is none of the pair before; performed below the standard
        ("Both of the officers who went to the flat were found to have performed below the standard we would expect. They took part in "
         "reflective practice.\nWe found a case to answer for misconduct in relation to a sergeant who had closed the log.",
         [(None, NONE, None, "reflective_practice"), (None, NONE, None, "reflective_practice"), ("sergeant", NONE, "pending", None)]),
        # one of the detectives
        ("Our investigation examined the actions of two detective constables.\nOne of the detectives had a case to answer for misconduct. The "
         "other detective had no case to answer.\nThe detective constable was given a written warning at a misconduct meeting.",
         [("detective_constable", MEETING, None, "written_warning"), ("detective_constable", NONE, "no_case", None)]),
    ],
)  # fmt: skip
def test_officers_stand_in_the_order_of_the_story(words: str, expected: list[Told]) -> None:
    assert told(words) == expected


def test_an_officer_who_did_as_he_should_has_no_case_to_answer() -> None:
    assert told(
        "Two members of police staff were served with notices that their conduct was under investigation. A police officer was too.\n"
        "The officer had a case to answer for misconduct and was given management advice.\nWe found that the two members of staff had "
        "correctly graded the incident in line with policy."
    ) == [
        ("police_staff", NONE, "no_case", None), ("police_staff", NONE, "no_case", None), (None, NONE, None, "management_advice"),
    ]  # fmt: skip


def test_some_among_many_are_told_of_and_the_others_are_nobody() -> None:
    assert told(
        "Investigators interviewed 14 officers, among them a chief inspector who was in charge of the case and a sergeant who had been told "
        "of a sighting.\nThe force decided that the chief inspector should get advice and guidance. The sergeant received a formal reprimand.\n"
        "There was no evidence of misconduct by any of the other officers."
    ) == [("chief_inspector", NONE, None, "management_advice"), ("sergeant", NONE, None, "other")]


def test_an_officer_who_told_an_inquest_what_happened_is_no_subject() -> None:
    page = (
        "Inquest concludes into death after police pursuit\n\nIndependent Office for Police Conduct\n26 October 2019\n\nA jury has concluded "
        "that Kofi Lindqvist died in a collision after a pursuit in Ilford by Metropolitan Police officers.\n\nPC Darragh Summerhayes, who "
        "drove the police car, told the inquest that he had been about to stop.\n\nOur independent investigation found that the officers had "
        "acted in accordance with training.\n"
    )
    assert names(page) == []


def test_a_third_officer_who_was_acquitted_is_a_subject_and_the_detective_s_sentence_is_his_own() -> None:
    page = (
        "Corrupt Cheshire officers sentenced\n\nNov 4, 2011\n\nSimeon Bracegirdle, 44, who was a detective sergeant with Cheshire Police, was "
        "jailed for three years at Chester Crown Court for two counts of bribery. Ex-constable Marguerite Oakden, 37, who had pleaded guilty to "
        "misconduct in public office, received a 12 month sentence, suspended for two years.\n\nThe private detective, Leopold Zanetti, 58, of "
        "Frodsham, got two and a half years for the same conspiracy.\n\nA third officer, Inspector Rowland Ashby, was found not guilty on the "
        "judge's direction.\n"
    )
    subjects = read(Document("x", page)).subjects
    assert [s.name for s in subjects] == ["Simeon Bracegirdle", "Marguerite Oakden", "Rowland Ashby"]
    assert [[z.length for z in s.sentences] for s in subjects] == [["P3Y"], ["P12M"], []]


def test_members_of_staff_who_left_would_have_faced_no_officer_s_hearing() -> None:
    page = (
        "PCSO sentenced\n\nRicky Standage, 33, a PCSO with Kent Police, pleaded guilty to theft at Maidstone Magistrates' Court and was fined "
        "£200. He resigned in August. He would have faced a disciplinary hearing if he had stayed.\n"
    )
    assert [s.proceeding for s in read(Document("x", page)).subjects] == [None]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # what it was agreed could be done was done
        ("The call handler had a case to answer for misconduct.\nWe agreed that, due to the improvements made, this issue could be dealt with as "
         "a performance matter.",
         [("police_staff", NONE, None, "other")]),
        # an officer working as a call operator is one person
        ("A misconduct notice was served to an officer working as a call operator. There was insufficient evidence upon which a reasonable "
         "tribunal could conclude that the officer had a case to answer for misconduct.",
         [(None, NONE, "no_case", None)]),
        # whoever ends his own employment is not dismissed
        ("The call handler had already terminated his employment with the force. He had a case to answer for misconduct. No further action was "
         "taken.",
         [("police_staff", NONE, None, "no_action")]),
    ],
)  # fmt: skip
def test_how_a_force_dealt_with_those_found_wanting(words: str, expected: list[Told]) -> None:
    assert told(words) == expected


def test_another_man_s_order_and_a_regulation_are_nothing_of_the_officer_s() -> None:
    subject = reading_of(
        "The number was traced to a registered sex offender, who was subject to a sexual offences prevention order.\nThe officer was served with "
        "Regulation 16 notices and interviewed. The officer had a case to answer for misconduct and was given management advice."
    ).subjects[0]
    assert subject.orders == [] and subject.posts == []


def test_no_case_for_one_who_did_well_or_for_another() -> None:
    report = (
        "In our opinion, PC B had a case to answer for gross misconduct. There was no case to answer for PC A, who should be praised, or for "
        "PC D.\nPC B faced a misconduct hearing in April 2023 and was dismissed without notice.\n"
    )
    ends = {
        s.label: (s.proceeding.finding, s.proceeding.outcome)
        for s in reading_of("Officers PC A, PC B and PC D were served with notices.\n" + report).subjects
        if s.proceeding is not None
    }
    assert ends == {
        "PC A": ("no_case", None),
        "PC B": (None, "dismissed_without_notice"),
        "PC D": ("no_case", None),
    }


def test_a_colleague_of_the_constable_is_somebody_else() -> None:
    assert told(
        "A constable who was accused of breaking a teenager's nose will face no action.\nA colleague of the constable, who had failed to "
        "complete her notebook, has received words of advice."
    ) == [("police_constable", NONE, None, "no_action"), (None, NONE, None, "management_advice")]  # fmt: skip
