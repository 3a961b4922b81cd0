"""Pages on people outside the police: nobody there is a subject, and least of all the officer who speaks of the case."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def names(text: str) -> list[str | None]:
    return [s.name for s in read(Document("x", text)).subjects]


@pytest.mark.parametrize(
    "text",
    [
        # a conviction, and the police only investigate
        "Shop thief sent to prison\n\nLeo Farr, 27, of Station Road, Goole, was jailed for nine months at Hull Crown Court after admitting "
        'six thefts.\n\nDetective Sergeant Ida Brock, of Humberside Police, said: "Farr would not stop."',
        "Dealers locked up\n\nFour men have been jailed for a total of 30 years at Leeds Crown Court.\n\nLeo Farr, 27, admitted conspiracy to "
        'supply heroin and got nine years.\n\nDetective Chief Inspector Ida Brock, of the drugs team, said: "It took us two years."',
        "A man has been given 12 years for rape.\n\nLeo Farr, 45, of Crediton, denied the charge and was convicted at Exeter Crown Court. He will "
        "sign the sex offenders register for life.\n\nDetective Constable Ida Brock, of Devon and Cornwall Police, said: \"She was brave.\"",
        # regulators of other callings
        "A midwife has been suspended by her regulator.\n\nMay Tarn took pills from a ward in Truro and accepted a caution for theft from Devon and "
        "Cornwall Police. The panel, chaired by Mr Guy Penn, found misconduct. The hospital had dismissed her after a disciplinary hearing.",
        "The tribunal has struck a solicitor off the roll.\n\nMay Tarn was jailed for fraud at Luton Crown Court after Bedfordshire Police looked into her firm.",
        # officers of other services
        "A prison officer took phones into a jail.\n\nMay Tarn, 26, admitted misconduct in a public office at Lincoln Crown Court and got two years. "
        'Detective Inspector Guy Penn, of the regional unit, said: "She broke every rule." She was dismissed by the Prison Service.',
        "Two firefighters have been sacked for gross misconduct after a disciplinary hearing.\n\nChief Fire Officer Guy Penn said that Wiltshire Police "
        "had taken no action.",
        "A crew manager was sacked after a disciplinary hearing on 4 March 2024 chaired by Assistant Chief Fire Officer May Tarn. Dorset Police took no action.",
        "A Border Force officer has been found guilty of bringing cocaine into the country.\n\nGuy Penn was convicted at Canterbury Crown Court. Kent Police "
        "helped the inquiry.",
        "Guy Penn, 52, a former licensing officer at a Yorkshire council, was given a suspended sentence for fraud at Leeds Crown Court. The council had "
        "dismissed him for gross misconduct, and West Yorkshire Police charged him.",
        "The police and crime commissioner has been told that he faces no further action over his expenses.\n\nGuy Penn was investigated by the "
        "Independent Office for Police Conduct, which found no sign of a crime.",
        # a witness
        "An inquest has heard how a man was found dead.\n\nPC Ida Brock, of Sussex Police, told the jury that she had searched the wood. The "
        "Independent Office for Police Conduct found no indication that any officer had behaved in a way that would justify disciplinary proceedings.",
    ],
)  # fmt: skip
def test_nobody_is_a_subject(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # the role may stand anywhere on the page
        ("A Hull detective has been jailed.\n\nLeo Farr, 44, got four years at Hull Crown Court for theft.", ["Leo Farr"]),
        ("Leo Farr sentenced\n\nLeo Farr was jailed for a year at Exeter Crown Court for theft. Devon & Cornwall Police sacked him in May.", ["Leo Farr"]),
        ("Jail for crash driver\n\nLeo Farr, 30, admitted careless driving at Hove Crown Court and was fined. He had been off duty, and now faces a misconduct hearing.", ["Leo Farr"]),
        # an officer who was tried is a subject whoever else speaks
        ('PC Leo Farr was fined for assault at Hull Magistrates\' Court. Detective Inspector Ida Brock, of Humberside Police, said: "He let us down." He was dismissed.', ["Leo Farr"]),
    ],
)  # fmt: skip
def test_an_officer_still_is(text: str, who: list[str]) -> None:
    assert names(text) == who


def test_the_judge_who_gives_a_judgment_is_not_its_subject() -> None:
    text = (
        "ON APPEAL FROM THE CROWN COURT AT HULL\nCOURT OF APPEAL (CRIMINAL DIVISION)\nBetween :\nLeo Idris Farr | Appellant |\n- and - | |\nRex | Respondent |\n"
        "Approved Judgment\nDame Ottoline Crewe, P :\nOn 4 May 2021 the appellant was convicted of two counts of sexual assault. On 9 June 2021 he was sentenced to "
        "three years' imprisonment. At the time he was a police constable with Humberside Police."
    )
    assert names(text) == ["Leo Idris Farr"]


def test_a_chief_who_determines_what_would_have_been_is_the_chair() -> None:
    text = (
        "A former special constable of Kent Police has been found guilty of gross misconduct at an accelerated misconduct hearing.\n\nIn his absence Chief Constable "
        "Una Tarn determined that, had the officer still been serving, he would have been dismissed without notice."
    )
    (subject,) = read(Document("x", text)).subjects
    assert subject.name is None and subject.rank == "special_constable"
    assert subject.proceeding is not None and subject.proceeding.chair == "Una Tarn"


@pytest.mark.parametrize(
    ("told", "finding"),
    [
        ("It was alleged that he had behaved in a manner which amounted to gross misconduct.", None),
        ("It was alleged that his conduct amounted to gross misconduct. It was not proven.", "not_proven"),
        ("It was alleged that his conduct amounted to gross misconduct. The panel found the allegations proven.", "gross_misconduct"),
        ("It was alleged that he had lied, and the panel found that this amounted to gross misconduct.", "gross_misconduct"),
    ],
)  # fmt: skip
def test_what_was_only_alleged_is_no_finding(told: str, finding: str | None) -> None:
    text = "PC Leo Farr of Kent Police attended a misconduct hearing on 5 July 2023. " + told
    (subject,) = read(Document("x", text)).subjects
    assert subject.proceeding is not None
    assert subject.proceeding.finding == finding


@pytest.mark.parametrize(
    "office",
    ["Misconduct panel chairman Milo Stane said", "The panel's chair, Milo Stane, said", "The legally qualified chair Milo Stane said"],
)  # fmt: skip
def test_who_chairs_the_panel_is_not_among_those_dismissed(office: str) -> None:
    text = f"Three Kent officers have been dismissed for gross misconduct.\n\n{office} that dismissal of the three officers was the only option."
    assert names(text) == [None, None, None]


def test_who_hands_over_a_certificate_or_answers_for_a_trust_is_no_subject() -> None:
    assert (
        names(
            "A visitor to cells in Lincoln is retiring.\n\nShe had a certificate from Chief Inspector Rae Stane."
        )
        == []
    )
    text = "A trust has said sorry for a death.\n\nIts chief executive, Denise Stane, said it accepted the findings. Cumbria Police took no further action."
    assert "Denise Stane" not in names(text)


@pytest.mark.parametrize(
    ("told", "finding"),
    [
        ("had to attend a two-day misconduct hearing which ended on 9 September 2020. The panel found that there was no misconduct.", "not_proven"),
        ("has to attend a misconduct hearing on 9 September 2020.", "pending"),
    ],
)  # fmt: skip
def test_a_hearing_that_somebody_had_to_attend_was_held(told: str, finding: str) -> None:
    (subject,) = read(Document("x", "PC Leo Farr of Kent Police " + told)).subjects
    assert subject.proceeding is not None and subject.proceeding.finding == finding


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("Two serving officers have been sacked, and four former officers have been told they would have been sacked.", "dismissed"),
        ("Two serving officers have been sacked. Four former officers were also told that they would have been dismissed.", "dismissed"),
        ("Two former officers would have been dismissed, a panel has ruled.", "would_have_been_dismissed"),
    ],
)  # fmt: skip
def test_another_number_of_officers_is_not_those_whom_the_page_names(told: str, outcome: str) -> None:
    text = (
        told
        + "\n\nA misconduct hearing was told of messages sent by PC Leo Farr and PC Guy Penn, of Kent Police."
    )
    found = [s for s in read(Document("x", text)).subjects if s.name is not None]
    assert [s.proceeding.outcome for s in found if s.proceeding is not None] == [outcome, outcome]


def test_the_words_of_a_charge_are_no_finding() -> None:
    text = (
        "Kent Police were told to charge Leo Farr with one count of misconduct in public office.\n\nCharge: Leo Farr, being a public officer, namely a Kent Police "
        "officer, and acting as such, wilfully misconducted himself to such a degree as to abuse the public's trust."
    )
    (subject,) = read(Document("x", text)).subjects
    assert subject.proceeding is None
    (subject,) = read(
        Document("x", "A misconduct meeting found that PC Leo Farr of Kent Police had misconducted himself.")
    ).subjects
    assert subject.proceeding is not None and subject.proceeding.finding == "misconduct"


@pytest.mark.parametrize(("told", "force"), [("was charged by Sussex Police", None), ("of Sussex Police was charged", "sussex"), ("was investigated by Sussex Police and charged", "sussex")])  # fmt: skip
def test_the_force_that_charged_somebody_need_not_be_theirs(told: str, force: str | None) -> None:
    text = f"An accelerated misconduct hearing was held on 12 December 2024. Former Officer A {told} with theft and pleaded guilty at Hove Crown Court."
    (subject,) = read(Document("x", text)).subjects
    assert subject.force == force


@pytest.mark.parametrize(
    "told",
    [
        'Detectives traced him through his van. PC Leo Farr, the officer in the case, said: "He preyed on the elderly."',
        "He was caught by detectives in Hove. DC Guy Penn, who led the inquiry, welcomed the sentence.",
    ],
)
def test_those_who_caught_a_burglar_are_nobody(told: str) -> None:
    text = "Burglar jailed\n\nHove Gazette\n3 June 2021\n\nA burglar who broke into nine homes in Hove has been jailed for four years. Darren Pike, 33, pleaded guilty at Hove Crown Court. "
    assert read(Document("x", text + told)).subjects == []
