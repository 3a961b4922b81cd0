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
