"""No denial, wish or rumour becomes a conviction, a sentence, a dismissal or a finding; and what is told still is."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

PAGE = """Officers and the raid

Fenland Courier
12 May 2022

PC Adam Tilling, 34, and Sgt Omar Vance, 41, both of Norfolk Constabulary, were investigated over a raid in Thetford. {}
"""


def _told(sentence: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = read(Document("x", PAGE.format(sentence))).to_dict()["subjects"]
    return subjects


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither was convicted of theft.",
        "Neither of them has been convicted of theft.",
        "None of the officers was convicted of theft.",
        "No officer was found guilty of theft.",
        "Nobody was convicted of theft.",
        "Neither man was dismissed.",
        "Neither officer was sacked over the raid.",
        "Neither of the two lost his job.",
        "None of the officers was dismissed.",
        "No officer has been dismissed.",
        "Nobody lost their job.",
        "Neither faced a charge of theft.",
        "Neither will be charged with theft.",
        "No one has been charged with theft.",
        "Prosecutors decided that neither should be charged with theft.",
        "Neither was jailed.",
        "They were never convicted of theft.",
        "They could have been jailed for theft.",
        "They might have been dismissed.",
        "Had they been convicted of theft they would have been jailed for five years.",
        "If convicted of theft they could be jailed for seven years.",
        "The family wanted them jailed for theft.",
        "The family called for both to be sacked.",
        "Campaigners said that they should be jailed for theft.",
        "The panel found that neither had committed gross misconduct.",
        "The panel did not find that either had committed gross misconduct.",
        "Gross misconduct was not found against either.",
        "It was alleged that they had been dismissed from another force, which was untrue.",
        "Rumours that they had been convicted of theft are false.",
        "The Chief Constable said no one would be sacked.",
        "They were told that they would not be dismissed.",
        "They kept their jobs.",
        "They were spared the sack.",
        "They escaped dismissal.",
        "They narrowly avoided being dismissed.",
        "They were neither charged nor disciplined.",
        "The two were not sacked but moved to other duties.",
        "They were not found guilty of theft.",
        "Far from being convicted of theft, they were commended.",
        "They were wrongly accused of theft, and wrongly said to have been convicted of it.",
    ],
)
def test_what_is_denied_wished_or_rumoured_is_told_of_nobody(sentence: str) -> None:
    for subject in _told(sentence):
        assert not [o for o in subject["offences"] if o["stage"] in ("convicted", "sentenced")]
        assert not subject["sentences"]
        proceeding = subject["proceeding"] or {}
        assert proceeding.get("outcome") in (None, "no_action", "other", "pending", "reinstated")
        assert proceeding.get("finding") not in ("gross_misconduct", "misconduct", "proven")


ONE = """Officer and the raid

Fenland Courier
12 May 2022

PC Adam Tilling, 34, of Norfolk Constabulary, is being investigated over a raid in Thetford. {}
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "A conviction for theft would mean dismissal.",
        "Anyone convicted of theft faces dismissal.",
        "Officers convicted of theft are usually sacked.",
        "His brother was jailed for theft in 2019.",
        "The man he arrested was convicted of theft and jailed for two years.",
        "A neighbour was fined £200 for theft.",
        "He has not been charged with theft, but his brother was jailed for it.",
        "An officer found to have committed gross misconduct can be dismissed without notice.",
        "If a panel finds gross misconduct, the outcome may be dismissal.",
        "The panel could dismiss him.",
        "He faces dismissal.",
        "He risks losing his job.",
        "He fears he will be sacked.",
        "His job is at risk.",
        "He could lose his job.",
        "Last year 22 officers were dismissed from the force.",
        "Since 2017 officers dismissed have been put on the barred list.",
        "The force said officers who commit gross misconduct will be dismissed.",
        "The Chief Constable warned that officers convicted of theft would be sacked.",
        "A hearing will decide whether he committed gross misconduct.",
        "A panel will be asked to decide whether he should be dismissed.",
        "He denies gross misconduct.",
        "He is accused of gross misconduct.",
        "The allegation, if proved, would amount to gross misconduct and could lead to dismissal.",
        "His former partner, a nurse, was dismissed from her job.",
        "His colleague's conviction for theft was quashed.",
        "The burglar was sentenced to three years.",
        "He was a witness at the trial of a man jailed for theft.",
        "He joined after the previous constable was sacked.",
        "He denied a suggestion that he had been dismissed from the army.",
        "He was once fined by his football club.",
        "The pub where he drank was fined £2,000.",
        "The force was fined £100,000 over the raid.",
        "He told the inquest he had been sacked as a bouncer before he joined.",
        "The campaign group said that he should have been dismissed.",
        "His lawyer said that dismissal would be too harsh.",
        "The union fears he will be made a scapegoat and sacked.",
    ],
)
def test_rules_fears_and_other_peoples_verdicts_are_not_the_officers(sentence: str) -> None:
    for subject in read(Document("x", ONE.format(sentence))).to_dict()["subjects"]:
        assert not [o for o in subject["offences"] if o["stage"] in ("convicted", "sentenced")]
        assert not subject["sentences"]
        proceeding = subject["proceeding"] or {}
        assert not str(proceeding.get("outcome")).startswith(("dismissed", "would", "required"))
        assert proceeding.get("finding") not in ("gross_misconduct", "misconduct", "proven")


@pytest.mark.parametrize(
    ("sentence", "outcome", "finding", "stages"),
    [
        ("Neither man attended the hearing, at which both were dismissed.", "dismissed", None, []),
        ("None of this stopped the panel dismissing them.", "dismissed", None, []),
        ("They had not told the truth and were dismissed.", "dismissed", None, []),
        ("They were not dismissed until May, when a panel sat.", "dismissed", None, []),
        ("They wanted to keep their jobs but were dismissed.", "dismissed", None, []),
        ("They avoided jail but were dismissed.", "dismissed", None, []),
        ("The panel did not accept their account and found gross misconduct.", None, "gross_misconduct", []),
        (
            "They had never been in trouble before they were convicted of theft at Norwich Crown Court.",
            None,
            None,
            ["convicted"],
        ),
        ("They were not only sacked but convicted of theft.", None, None, ["convicted"]),
        ("Not guilty pleas were entered, but both were convicted of theft.", None, None, ["convicted"]),
    ],
)
def test_what_is_told_beside_a_denial_is_read(
    sentence: str, outcome: str | None, finding: str | None, stages: list[str]
) -> None:
    subjects = _told(sentence)
    assert len(subjects) == 2
    for subject in subjects:
        proceeding = subject["proceeding"] or {}
        assert (proceeding.get("outcome"), proceeding.get("finding")) == (outcome, finding)
        assert [o["stage"] for o in subject["offences"]] == stages


TRIED = """Two officers in court over arrest

Fenland Courier
12 May 2022

PC Adam Tilling, 34, and Sgt Omar Vance, 41, both of Norfolk Constabulary, stood trial at Norwich Crown Court. {}
"""


@pytest.mark.parametrize(
    "words",
    [
        "Both denied theft. The jury found Tilling guilty and Vance not guilty.",
        "The case against Vance, who was accused of theft, was thrown out by the judge. Tilling was convicted of it.",
        "Vance walked free after jurors cleared him of theft, but his colleague was convicted of it.",
    ],
)
def test_each_of_two_has_the_own_verdict(words: str) -> None:
    subjects = read(Document("x", TRIED.format(words))).to_dict()["subjects"]
    told = {s["name"]: [(o["offence"], o["stage"]) for o in s["offences"]] for s in subjects}
    assert told == {"Adam Tilling": [("theft", "convicted")], "Omar Vance": [("theft", "acquitted")]}
