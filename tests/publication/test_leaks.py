"""Nothing withheld is in any public byte: of the published case, of its search text, of any export."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest
from tests.publication.cases import SECRETS, everything
from tests.publication.making import dismissed, make

from peelian.publication.exports import FORMATS, export
from peelian.publication.scanning import fixed_words, texts_of
from peelian.publication.secrets import Secrets
from peelian.publication.shapes import Note, Quote


def writings(words: str) -> list[str]:
    """How a secret may stand in a file: as it is, as a slug, run together, word by word for names."""
    bits = re.findall(r"\w+", words)
    made = {words, "-".join(bits), "_".join(bits), "".join(bits), "%20".join(bits)}
    if words[0].isupper() and len(bits) == 2:
        made |= set(bits)
    return [one.casefold() for one in made]


def found_in(text: str, secrets: dict[str, str]) -> list[str]:
    low = text.casefold()
    return [name for name, words in secrets.items() for one in writings(words) if one in low]


@pytest.mark.parametrize("policy", ["cautious", "journalism"])
def test_no_secret_is_in_a_published_case(policy: str) -> None:
    case = everything().publish(policy)
    secrets = dict(SECRETS)
    if policy == "journalism":  # what policy alone withholds is shown there
        for name in ("acquitted", "alleged", "health"):
            del secrets[name]
    assert not case.held, case.holds
    assert found_in(case.to_json().decode(), secrets) == []
    assert "ashdown" in case.search_text.casefold()


def test_the_secrets_are_in_the_case_file_so_that_the_search_could_find_them() -> None:
    made = everything()
    raw = made.case.to_json().decode() + " ".join(made.texts.values())
    assert set(found_in(raw, SECRETS)) == set(SECRETS)


@pytest.mark.parametrize("format", FORMATS)
def test_no_secret_is_in_an_export(format: str, tmp_path: Path) -> None:
    done = export([everything().publish()], tmp_path, [format])
    assert done.cases == 1
    for path in done.files:
        data = path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".parquet":  # compressed: what is in it, and not its bytes
            data += repr(pq.read_table(path).to_pylist()) + repr(pq.read_schema(path).metadata)
        assert found_in(data, SECRETS) == [], path.name


def test_a_spent_conviction_is_in_no_byte(tmp_path: Path) -> None:
    case = make(dismissed()).publish(on="2025-07-04")
    done = export([case], tmp_path, FORMATS)
    for path in done.files:
        data = path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".parquet":
            data += repr(pq.read_table(path).to_pylist())
        for words in (
            "theft",
            "Leeds Crown",
            "12 weeks",
            "P12W",
            "2024-04-11",
            "11 April",
            "guilty",
            "spent",
        ):
            if words == "spent" and path.suffix in (".yaml", ".json", ".parquet"):
                continue
            assert words.casefold() not in data.casefold(), (path.name, words)


def test_an_anonymised_officer_has_no_id_that_joins_him_to_other_cases() -> None:
    case = everything().publish()
    assert [party.person for party in case.parties] == ["p-person0000", "party-2"]
    assert b"p-person0001" not in case.to_json()


def test_the_label_and_the_outcome_of_the_anonymised_officer_still_show() -> None:
    party = everything().publish().parties[1]
    assert not party.named
    assert party.label("label") == "Officer B"
    assert party.facts["name"].state == "withheld"
    assert party.facts["name"].rule == "anonymity_order"
    assert [r.get("outcome") for r in party.proceedings] == ["final_written_warning"]


def test_quotations_never_add_up_to_the_text() -> None:
    made = everything()
    case = made.publish("internal")
    for source, text in made.texts.items():
        shown: set[int] = set()
        for party in case.parties:
            fields = [*party.facts.values(), *(s for r in party.records for s in r.facts.values())]
            for quote in (q for shown_ in fields for q in shown_.quotes if q.source == source):
                assert len(quote.text) <= 200
                at = re.sub(r"\s", " ", text).find(quote.text)
                shown |= set(range(at, at + len(quote.text))) if at >= 0 else set()
        assert len(shown) <= 0.7 * len(text)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("title", "Sergeant {secret}"),
        ("summary", "It was Sergeant {secret}."),
        ("source", "{secret} is Officer B"),
        ("address", "https://kelby.example/{secret}"),
        ("quote", "the officer is {secret}."),
        ("event", "{secret} warned"),
        ("court", "{secret} Crown Court"),
        ("note", "We named {secret}."),
    ],
)
def test_the_last_check_looks_everywhere(place: str, text: str) -> None:
    """What would still stand in a finished case, were every rule before to fail, is found there."""
    secrets = Secrets()
    secrets.name("Barnaby Thistledown")
    case = everything().publish()
    told = text.format(secret="Barnaby Thistledown")
    party, source, event = case.parties[0], case.sources[0], case.events[0]
    court = msgspec.structs.replace(party.lists["courts"][0], label=told)
    quote = Quote(source=source.id, text=told)
    changed = {
        "title": {"title": told},
        "summary": {"summary": told},
        "source": {"sources": (msgspec.structs.replace(source, title=told),)},
        "address": {"sources": (msgspec.structs.replace(source, url=told),)},
        "quote": {"events": (msgspec.structs.replace(event, quotes=(quote,)),)},
        "event": {"events": (msgspec.structs.replace(event, title=told),)},
        "court": {"parties": (msgspec.structs.replace(party, lists={"courts": (court,)}),)},
        "note": {"corrections": (Note(id="1", kind="correction", on="2024-06-01", text=told),)},
    }[place]
    assert not secrets.left_in(texts_of(case), fixed_words(case))
    leaky = msgspec.structs.replace(case, **changed)  # type: ignore[arg-type]
    assert secrets.left_in(texts_of(leaky), fixed_words(leaky))


def test_a_case_in_which_masking_failed_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Secrets, "found", lambda self, text: [])
    case = everything().publish()
    assert case.held and case.parties == () and case.sources == ()
