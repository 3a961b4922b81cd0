"""Copies: the same text in several papers counts once; notices of one template do not."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from tests.clippings import JAILED

from peelian.casebook import copies
from peelian.casebook.adding import Added
from peelian.casebook.models import Case, Source

pytestmark = pytest.mark.django_db
Adding = Callable[..., Added]

LONG = JAILED + (
    "\nThe court heard that he had looked up the names of neighbours and of a former partner on the force's "
    "systems over a period of eleven months, without any policing purpose. An audit of searches brought it to "
    "light. He resigned before the hearing and apologised through his counsel, who said that the loss of his "
    "career was a heavy penalty in itself. The judge said that the public must be able to trust that what the "
    "police hold on them is looked at for a good reason only.\n"
)
NOTICE = """Misconduct hearing outcome

Officer: PC {name}
Force: Durham Constabulary
Date of hearing: {day} March 2020
Chair: Honor Eddleston, legally qualified chair

A misconduct hearing was held in public at Framwell House. The panel heard evidence over two days and
considered the written statements of all parties. It found that the officer's behaviour amounted to gross
misconduct in that it breached the standards of professional behaviour in respect of honesty and integrity
and of discreditable conduct. The panel's decision was that the officer be dismissed without notice. The
officer has a right of appeal to the Police Appeals Tribunal. Details of how misconduct hearings are held,
who may attend them, what they may decide and how an officer may appeal are published on the pages of the
professional standards department, together with the notices of hearings to come and of the outcomes of
those that were held in the last twenty-eight days.
"""


def _write(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_agency_copy_with_small_changes_counts_once(tmp_path: Path, adding: Adding) -> None:
    texts = {
        "first": LONG,
        "second": LONG.replace("Essex detective jailed", "Detective jailed") + "\nMore on our site.\n",
    }
    adding(_write(tmp_path / "c", texts))
    assert Source.internal.exclude(copy_of=None).count() == 1
    case = Case.internal.get()
    assert case.sources_count == 1
    assert case.casefile is not None and len(case.casefile.sources) == 2
    assert case.casefile.parties[0].facts["name"].preferred.sources == 1


def test_notices_of_one_template_on_two_officers_are_no_copies(tmp_path: Path, adding: Adding) -> None:
    texts = {
        "a": NOTICE.format(name="Lambert Osgood-Finch", day=3),
        "b": NOTICE.format(name="Marjory Thistlewood", day=9),
    }
    assert copies.alike(*texts.values())
    adding(_write(tmp_path / "c", texts))
    assert not Source.internal.exclude(copy_of=None).exists()
    assert Case.internal.filter(sources_count=1).count() == 2


def test_two_reports_of_one_case_in_different_words_are_no_copies(clippings: Path, adding: Adding) -> None:
    adding(clippings)
    assert not Source.internal.exclude(copy_of=None).exists()


def test_an_official_text_counts_rather_than_the_paper_that_printed_it(
    tmp_path: Path, adding: Adding
) -> None:
    folder = _write(tmp_path / "c", {"a": LONG, "b": LONG.replace("Essex detective jailed", "Jailed")})
    adding(folder)
    later = Source.internal.exclude(copy_of=None).get()
    Source.internal.filter(pk=later.pk).update(official=True)
    copies.mark_all()
    later.refresh_from_db()
    assert later.copy_of is None and Source.internal.exclude(copy_of=None).get().copy_of_id == later.pk


@pytest.mark.parametrize("order", list(permutations("abc"))[::2])
def test_which_copy_counts_does_not_depend_on_the_order(
    order: tuple[str, ...], tmp_path: Path, adding: Adding
) -> None:
    texts = {
        "a": LONG,
        "b": LONG.replace("4 March", "5 March"),
        "c": LONG.replace("4 March", "3 March") + "\nSent by a reader.\n",
    }
    folder = _write(tmp_path / "c", texts)
    for name in order:
        adding(folder / f"{name}.txt")
    assert Source.internal.get(copy_of=None).published == "2019-03-03"
    assert Source.internal.exclude(copy_of=None).count() == 2
    before = set(Source.internal.values_list("public_id", "copy_of__public_id"))
    assert not copies.mark_all()
    assert set(Source.internal.values_list("public_id", "copy_of__public_id")) == before


def test_the_signature_is_the_same_on_every_machine() -> None:
    assert copies.bands(copies.signature("one two three four five six"))[0] == 763_388_656_865_944_141
