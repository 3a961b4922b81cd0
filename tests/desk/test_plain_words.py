"""Plain words in the place of django-allauth's: each is still asked for, and the compiled file is the written one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import allauth
import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext
from tests.desk.conftest import PASSWORD, account

read_po = pytest.importorskip("babel.messages.pofile").read_po
read_mo = pytest.importorskip("babel.messages.mofile").read_mo
OURS = Path(__file__).parents[2] / "src" / "peelian" / "desk" / "locale" / "en_GB" / "LC_MESSAGES"


def told(path: Path) -> dict[str, str]:
    """What stands in the place of what; singular and plural as one word each."""
    with path.open("rb") as file:
        catalogue = (read_po if path.suffix == ".po" else read_mo)(file)
    return {"|".join(_all(one.id)): "|".join(_all(one.string)) for one in catalogue if one.id}


def _all(words: str | Sequence[str]) -> Sequence[str]:
    return [words] if isinstance(words, str) else words


def test_the_compiled_words_are_the_written_ones() -> None:
    ours = told(OURS / "django.po")
    assert ours and ours == told(OURS / "django.mo"), "msgfmt -o django.mo django.po"


def test_each_of_them_is_asked_for() -> None:
    theirs = told(Path(allauth.__file__).parent / "locale" / "de" / "LC_MESSAGES" / "django.po")
    assert set(told(OURS / "django.po")) <= set(theirs)


@pytest.mark.django_db
def test_people_read_them() -> None:
    account("cara", "caseworker", factor=False)
    client = Client()
    wrong = client.post("/accounts/login/", {"login": "cara", "password": "wrong and wrong again"})
    assert "The name or the password is not right." in wrong.content.decode()
    client.post("/accounts/login/", {"login": "cara", "password": PASSWORD})
    pages = {
        "/accounts/reauthenticate/?next=/desk/": "show once more that it is you",
        "/accounts/2fa/": "None is set up",
        "/accounts/password/change/": "Present password",
        "/accounts/password/reset/": "A link to set a new password goes there",
    }
    for path, words in pages.items():
        body = client.get(path).content.decode()
        assert words in body and "reauthenticate to" not in body, path
    with translation.override("en-gb"):
        assert gettext("Incorrect code.").startswith("This is not the code")
