"""Speakers: to whom words are attributed, with role and organisation; and whom they are not attributed to."""

from __future__ import annotations

import pytest

from peelian.reading.prepared import prepare
from peelian.reading.speakers import read_speakers

LEAD = (
    "Constable jailed for selling data\n\nPC Ned Ashdown, 34, of Kent Police, was jailed for two years at Lewes Crown Court "
    "on Friday after admitting misconduct in public office.\n\n"
)

# text after the lead -> (name, role, organisation) of each speaker
CASES = [
    # rank and unit
    (
        'Detective Superintendent Ada Quill, of the Professional Standards Department, said: "He betrayed us."',
        [("Ada Quill", "Detective Superintendent", "Professional Standards Department")],
    ),
    # the name after the verb
    ('"He betrayed us all," said Chief Inspector Bo Lark.', [("Bo Lark", "Chief Inspector", None)]),
    # counsel, before and after the name
    ("Rhys Tarn, prosecuting, said the data was worth thousands.", [("Rhys Tarn", "prosecuting", None)]),
    ("Defending, Una Felling said her client was ashamed of himself.", [("Una Felling", "Defending", None)]),
    ("For the defence, Mr Ivo Gray said it was out of character.", [("Ivo Gray", "For the defence", None)]),
    # a job before the name, with and without a comma
    ("His solicitor, Petra Lunn, said he would appeal.", [("Petra Lunn", "solicitor", None)]),
    ("Prosecutor Petra Lunn told the jury that he had been paid.", [("Petra Lunn", "Prosecutor", None)]),
    # an oversight body's director
    (
        'IOPC Regional Director Cora Nash said: "This was corruption."',
        [("Cora Nash", "Regional Director", "IOPC")],
    ),
    # a judge who sentences and then speaks of it
    ("Judge Tom Arden said the offence was grave.", [("Tom Arden", "Judge", None)]),
    (
        'Mr Justice Arden jailed him. "You sold your colleagues," the judge said.',
        [("Arden", "Mr Justice", None)],
    ),
    # two judges beside the one who speaks do not
    (
        "Lord Justice Arden, sitting with Mr Justice Pell and Judge Rowe, said the term was too long.",
        [("Arden", "Lord Justice", None)],
    ),
    # told by
    ("He was told by Recorder Ida Marsh that prison was certain.", [("Ida Marsh", "Recorder", None)]),
    # a relative
    (
        "His mother, Greta Ashdown, told reporters that he was a good boy.",
        [("Greta Ashdown", "mother", None)],
    ),
    # a quotation after a colon without a verb of speech
    ('Federation secretary Lil Hobbs: "Nobody wanted this."', [("Lil Hobbs", "Federation secretary", None)]),
    # spokespeople without a name
    ("A spokesman for Kent Police said he had been dismissed.", [(None, "spokesman", "Kent Police")]),
    ("A Sussex Police spokeswoman said inquiries went on.", [(None, "spokeswoman", "Sussex Police")]),
    # the subject to the press is a speaker, to the court not
    ('Outside court Ashdown said: "I am sorry."', [("Ned Ashdown", "PC", None)]),
    ("Ashdown told the court that he had been in debt.", []),
    # a chair who only chaired; a body; an unnamed victim
    ("The hearing was chaired by Chief Constable Ada Quill.", []),
    ("Kent Police said that a hearing would follow.", []),
    ('The victim said: "I trusted him."', []),
    # the one who is told does not speak
    (
        "Prosecutor Petra Lunn told Sergeant Bo Lark that the file was closed.",
        [("Petra Lunn", "Prosecutor", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speakers(text: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    """Who speaks, as what and for whom."""
    drafts = read_speakers(prepare(LEAD + text + "\n"))
    got = [
        (
            d.name.value if d.name else None,
            d.role.value if d.role else None,
            d.organisation.value if d.organisation else None,
        )
        for d in drafts
    ]
    assert [g[0] for g in got] == [e[0] for e in expected]
    assert [g[1] for g in got] == [e[1] for e in expected]
    for have, want in zip(got, expected, strict=True):
        if want[2] is not None:
            assert have[2] == want[2]


def test_a_notice_quotes_nobody() -> None:
    """A hearing notice has no speakers, whatever its words."""
    text = (
        "Notice of misconduct hearing\nKent Police\n\nOfficer concerned: PC Ned Ashdown\nChair: Ms Ada Quill\n"
        "It is alleged that he told Sergeant Bo Lark that the log was complete.\n"
    )
    assert read_speakers(prepare(text)) == []


def test_each_speaker_once() -> None:
    """Two statements of one person are one speaker, named in full."""
    text = LEAD + 'Ms Quill said he lied.\n\nDetective Superintendent Ada Quill said: "It is over."\n'
    assert [d.name.value for d in read_speakers(prepare(text)) if d.name] == ["Ada Quill"]
