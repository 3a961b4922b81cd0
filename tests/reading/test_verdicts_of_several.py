"""Several who stood trial together and ended differently: each verdict is given to whoever the words name, and to nobody else."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

TWO = """Two in the dock

Moorland Times
3 March 2023

PC Gail Stroud, 31, and Sgt Piers Noakes, 46, both of Cumbria Police, were tried at Carlisle Crown Court for fraud. {}
"""
THREE = """Three in the dock

Moorland Times
3 March 2023

PC Gail Stroud, Sgt Piers Noakes and DC Owen Tate, all of Cumbria Police, were tried at Carlisle Crown Court for fraud. {}
"""
STAGE = {"c": "convicted", "a": "acquitted", "d": "discontinued", "o": "charged"}


def _stages(page: str, sentence: str) -> dict[str, tuple[list[str], list[str | None]]]:
    subjects = read(Document("x", page.format(sentence))).to_dict()["subjects"]
    return {
        s["name"].split()[1]: ([o["stage"] for o in s["offences"]], [o["plea"] for o in s["offences"]])
        for s in subjects
    }


@pytest.mark.parametrize(
    ("sentence", "stroud", "noakes"),
    [
        ("", "o", "o"),
        (
            "After five hours the jury decided to acquit Noakes, and by eleven to one to convict Stroud.",
            "c",
            "a",
        ),
        ("They found one of the pair, Stroud, guilty. Noakes was cleared.", "c", "a"),
        ("Acquitting Stroud, the jury convicted Noakes.", "a", "c"),
        ("There was a not guilty verdict for Stroud and a guilty verdict for Noakes.", "a", "c"),
        ("Noakes was convicted, and the Crown offered no evidence against Stroud.", "d", "c"),
        ("Jurors convicted Stroud but could not agree about Noakes.", "c", "o"),
        ("Only Noakes was convicted.", "a", "c"),
        ("Of the two, only the constable was found guilty.", "c", "a"),
        ("The sergeant was found guilty. The constable was not.", "a", "c"),
        ("Stroud was found guilty, but Noakes was not.", "c", "a"),
        ("The older officer was convicted and the younger one was acquitted.", "a", "c"),
        # nothing follows from these
        ("The sergeant was found guilty. The constable was not in court.", "o", "c"),
        ("Only Noakes has been convicted so far.", "o", "c"),
        ("Only Stroud was cleared.", "a", "o"),
        ("The prosecutor asked them to find Stroud guilty.", "o", "o"),
    ],
)
def test_two_tried_together(sentence: str, stroud: str, noakes: str) -> None:
    got = _stages(TWO, sentence)
    assert got["Stroud"][0] == [STAGE[stroud]]
    assert got["Noakes"][0] == [STAGE[noakes]]


@pytest.mark.parametrize(
    ("sentence", "stroud", "noakes", "tate"),
    [
        ("All but Tate were convicted.", "c", "c", "o"),
        ("The jury convicted Stroud and Tate and cleared Noakes.", "c", "a", "c"),
        ("Two of them, Stroud and Tate, were acquitted; Noakes was convicted.", "a", "c", "a"),
        ("Two of them, Stroud and Tate, were convicted; Noakes was acquitted.", "c", "a", "c"),
        ("Only the sergeant was found guilty; the other two were cleared.", "a", "c", "a"),
    ],
)
def test_three_tried_together(sentence: str, stroud: str, noakes: str, tate: str) -> None:
    got = _stages(THREE, sentence)
    assert [got[n][0] for n in ("Stroud", "Noakes", "Tate")] == [[STAGE[x]] for x in (stroud, noakes, tate)]


UNCHARGED = """Pair in court

Moorland Times
3 March 2023

DC Petra Lusk, 33, and PCSO Graham Oddie, 50, who both served with Cumbria Police, appeared at Carlisle Crown Court. {}
"""


@pytest.mark.parametrize(
    ("sentence", "oddie"),
    [
        ("The jury convicted Lusk of fraud but could not agree on Oddie.", ["charged"]),
        ("The jury convicted Lusk of fraud but was unable to reach a verdict on Oddie.", ["charged"]),
        ("The jury convicted Lusk of fraud and cleared Oddie.", ["acquitted"]),
        ("The jury convicted Lusk of fraud and thanked Oddie.", []),
    ],
)
def test_the_charge_just_told_is_of_whoever_it_let_go(sentence: str, oddie: list[str]) -> None:
    subjects = read(Document("x", UNCHARGED.format(sentence))).to_dict()["subjects"]
    assert {s["name"]: [o["stage"] for o in s["offences"]] for s in subjects} == {
        "Petra Lusk": ["convicted"],
        "Graham Oddie": oddie,
    }


def test_whom_a_former_partner_accused() -> None:
    text = (
        "DS Craig Ullman, of Gwent Police, who was accused of rape by a former partner, will not be charged."
    )
    (subject,) = read(Document("x", text)).to_dict()["subjects"]
    assert [o["stage"] for o in subject["offences"]] == ["discontinued"]


def test_a_plea_is_of_whoever_made_it() -> None:
    got = _stages(
        THREE, "Noakes had admitted the charge before the trial. The jury acquitted Stroud and Tate."
    )
    assert got == {
        "Stroud": (["acquitted"], [None]),
        "Noakes": (["convicted"], ["guilty"]),
        "Tate": (["acquitted"], [None]),
    }
    got = _stages(TWO, "Noakes, who had denied the charge, changed his plea.")
    assert got["Stroud"] == (["charged"], [None])
    assert got["Noakes"] == (["convicted"], ["guilty"])
