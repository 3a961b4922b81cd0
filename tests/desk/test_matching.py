"""Who is who: judged blind, seen before it is done, and one decision each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from peelian.casebook import queues
from peelian.casebook.models import AuditEntry, Case, Decision, Mention, Pair, Person
from peelian.desk.matching.cluster import cluster
from peelian.desk.matching.compare import rows
from peelian.publication import services
from peelian.publication.models import Publication

pytestmark = pytest.mark.django_db
AsRole = Callable[..., Client]


@pytest.fixture
def cara(filled: None, as_role: AsRole) -> Client:
    return as_role("caseworker", name="cara")


def feathers() -> list[Mention]:
    return list(Mention.internal.filter(name="Orlando Feathers").order_by("pk"))


def snell() -> Mention:
    return Mention.internal.get(name="Beatrix Holloway-Snell")


def doubt(one: Mention, other: Mention) -> tuple[str, str]:
    """Have a pair wait for a person."""
    left, right = sorted((one.key, other.key))
    waterfall = [
        {"comparison": "start", "level": "two mentions drawn at random", "bits": -13.0, "frequency_bits": 0.0, "total": -13.0},
        {"comparison": "surname", "level": "same", "bits": 15.0, "frequency_bits": 0.0, "total": 2.0},
    ]  # fmt: skip
    Pair.internal.update_or_create(
        left=left, right=right, defaults={"weight": 2.0, "band": "review", "waterfall": waterfall}
    )
    return left, right


def at(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=args)


def test_side_by_side_says_what_agrees_and_what_differs(filled: None) -> None:
    found = {row.heading: row for row in rows(*feathers())}
    assert found["Force"].relation == "agrees" and found["Age when reported"].relation == "differs"
    assert found["Age when reported"].left.words == ("41",) or found["Age when reported"].right.words == (
        "41",
    )


def test_score_waterfall_and_others_judgement_are_not_in_the_page_until_they_may_be(
    cara: Client, as_role: AsRole
) -> None:
    left, right = doubt(*feathers())
    before = cara.get(at("pair", left, right)).content.decode()
    assert "Match weight" not in before and "waterfall" not in before
    as_role("caseworker", name="ben").post(
        at("judge", left, right), {"said": "unsure", "reason": "no age given"}
    )
    assert "no age given" not in cara.get(at("pair", left, right)).content.decode()
    shown = cara.get(at("pair", left, right), {"show": "score"}).content.decode()
    assert "Match weight 2.0" in shown and "surname" in shown and "no age given" not in shown
    assert (
        "unsure" not in shown.partition("<form")[0]
    )  # what ben said is not in the machine's own word either
    assert AuditEntry.internal.filter(action="pair.score_shown", actor_name="cara").count() == 1
    cara.post(at("judge", left, right), {"said": "unsure"})
    after = cara.get(at("pair", left, right)).content.decode()
    assert "no age given" in after and "Match weight" in after


def test_same_and_different_need_a_reason(cara: Client) -> None:
    left, right = doubt(feathers()[0], snell())
    for said in ("same", "different"):
        answer = cara.post(at("judge", left, right), {"said": said})
        assert answer.status_code == 422 and "reason" in answer.content.decode()
    assert cara.post(at("judge", left, right), {"said": "hang"}).status_code == 422
    assert not Decision.internal.exists()


def test_one_goes_on_where_one_stopped(cara: Client) -> None:
    first, second = doubt(feathers()[0], snell()), doubt(feathers()[1], snell())
    opened = cara.get(at("next_pair"))["Location"]
    one, other = (first, second) if first[0] in opened and first[1] in opened else (second, first)
    assert cara.post(at("judge", *one), {"said": "later"})["Location"] == at("next_pair")
    assert cara.get(at("next_pair"))["Location"] == at("pair", *other)
    cara.post(at("judge", *other), {"said": "later"})
    assert cara.get(at("next_pair"))["Location"] == at("pairs")  # through them all: it begins again
    assert cara.get(at("next_pair"))["Location"] == at("pair", *one)


def test_of_two_judgements_the_pages_say_which_counts(cara: Client) -> None:
    left, right = doubt(*feathers())
    cara.post(at("judge", left, right), {"said": "unsure"})
    cara.post(at("judge", left, right), {"said": "same", "reason": "one name"})
    person = feathers()[0].person
    assert person is not None
    for page in (at("pair", left, right), at("person", person.public_id)):
        assert cara.get(page).content.decode().count("a later decision counts instead") == 1, page
    last = Decision.internal.get(kind="same")
    cara.post(at("take_back", person.public_id, last.pk), {"reason": "not sure"})
    body = cara.get(at("pair", left, right)).content.decode()
    assert "taken back by cara" in body and "later decision" not in body


def test_a_judgement_stands_on_the_page_of_either_person(cara: Client) -> None:
    for mention in feathers():
        cara.post(
            at("judge", *doubt(mention, snell())), {"said": "different", "reason": "two names", "seen": "1"}
        )
    for person in (feathers()[0].person, snell().person):
        assert person is not None
        assert cara.get(at("person", person.public_id)).content.decode().count("two names") == 2


def test_several_at_once_are_a_decision_each(cara: Client) -> None:
    pairs = ["/".join(doubt(mention, snell())) for mention in feathers()]
    cara.post(at("judge_many"), {"pair": pairs, "said": "different", "reason": "other forces, other years"})
    assert [d.kind for d in Decision.internal.all()] == ["different", "different"]
    assert not queues.pairs_to_judge().exists()


def test_several_without_a_reason_are_refused_and_nothing_is_stored(cara: Client) -> None:
    pairs = ["/".join(doubt(feathers()[0], snell()))]
    answer = cara.post(at("judge_many"), {"pair": pairs, "said": "same"}, follow=True)
    assert "needs a reason" in answer.content.decode() and not Decision.internal.exists()


def test_second_looks_name_the_pair_and_not_the_judgement(cara: Client, as_role: AsRole) -> None:
    left, right = doubt(feathers()[0], snell())
    cara.post(at("judge", left, right), {"said": "different", "reason": "ages"})
    body = as_role("caseworker", name="ben").get(at("unsure")).content.decode()
    assert at("pair", left, right) in body and "ages" not in body
    assert at("pair", left, right) not in cara.get(at("unsure")).content.decode()


# ---- persons


def test_the_graph_numbers_every_document_and_draws_what_ties_them(filled: None) -> None:
    person = feathers()[0].person
    assert person is not None
    drawn = cluster(person)
    assert [node.number for node in drawn.nodes] == [1, 2]
    assert [edge.kind for edge in drawn.edges] == ["joined"]
    assert all(0 <= node.x <= drawn.size and 0 <= node.y <= drawn.size for node in drawn.nodes)


def test_the_graph_tells_of_a_pair_once_by_the_judgement_that_counts(cara: Client) -> None:
    pair = doubt(*feathers())
    cara.post(at("judge", *pair), {"said": "different", "reason": "two ages"})
    cara.post(at("judge", *pair), {"said": "same", "reason": "one name"})
    person = feathers()[0].person
    assert person is not None
    told = [(e.left.number, e.right.number, e.kind, e.said, e.reason) for e in cluster(person).edges]
    assert told == [(1, 2, "decided", "one person (cara)", "one name")]


def test_a_split_is_shown_first_and_nothing_is_stored_by_looking(cara: Client) -> None:
    person = feathers()[0].person
    assert person is not None
    before = list(Mention.internal.order_by("pk").values_list("key", "person", "case"))
    entries = AuditEntry.internal.count()
    form = {"mention": [feathers()[1].key], "step": "preview"}
    shown = cara.post(at("split", person.public_id), form)
    assert shown.status_code == 200 and len(shown.context["effect"].persons) == 2
    assert list(Mention.internal.order_by("pk").values_list("key", "person", "case")) == before
    assert not Decision.internal.exists() and AuditEntry.internal.count() == entries
    assert cara.post(at("split", person.public_id), {**form, "step": "confirm"}).status_code == 422
    cara.post(at("split", person.public_id), {**form, "step": "confirm", "reason": "two men of one name"})
    assert len({m.person_id for m in feathers()}) == 2


def test_the_effect_on_public_pages_is_shown_before(cara: Client) -> None:
    from peelian.casebook.audit import Actor

    person, case = feathers()[0].person, Case.internal.get(force="essex")
    assert person is not None
    services.prepare(case.public_id, Actor("ada"), "journalism")
    services.approve(case.public_id, Actor("ben"))
    shown = cara.post(at("split", person.public_id), {"mention": [feathers()[1].key], "step": "preview"})
    pages = shown.context["effect"].pages
    assert [page.case_id for page in pages] == [case.public_id] and pages[0].changes
    row = Publication.internal.get()
    assert row.state == Publication.APPROVED and not row.proposal


def test_a_merge_is_shown_first_then_stored_whole_and_taken_back_whole(cara: Client) -> None:
    person, other = feathers()[0].person, snell().person
    assert person is not None and other is not None
    shown = cara.post(at("merge", person.public_id), {"other": other.public_id, "step": "preview"})
    assert len(shown.context["effect"].persons) == 1 and not Decision.internal.exists()
    form = {"other": other.public_id, "step": "confirm", "reason": "she married"}
    cara.post(at("merge", person.public_id), form)
    assert len({m.person_id for m in (*feathers(), snell())}) == 1
    kept = Mention.internal.get(pk=snell().pk).person
    assert kept is not None
    made = Decision.internal.all()[0]
    assert "she married" in cara.get(at("person", kept.public_id)).content.decode()
    cara.post(at("take_back", kept.public_id, made.pk), {"reason": "she did not"})
    assert len({m.person_id for m in (*feathers(), snell())}) == 2
    assert not Decision.internal.filter(kind="same", closed_by=None).exists()


def test_an_old_id_leads_to_the_person_that_stays(cara: Client) -> None:
    person, other = feathers()[0].person, snell().person
    assert person is not None and other is not None
    cara.post(at("merge", person.public_id), {"other": other.public_id, "step": "confirm", "reason": "x"})
    gone = Person.internal.exclude(redirect=None).get()
    assert cara.get(at("person", gone.public_id)).status_code == 200


@pytest.mark.parametrize(
    "address", ["/desk/persons/p-none/", "/desk/pairs/m-none/m-other/", "/desk/documents/s-none/"]
)
def test_what_is_not_there_is_404(cara: Client, address: str) -> None:
    assert cara.get(address).status_code == 404


def test_a_judgement_that_changes_a_public_page_is_shown_before_it_is_stored(cara: Client) -> None:
    from peelian.casebook.audit import Actor

    case = Case.internal.get(force="essex")
    services.prepare(case.public_id, Actor("ada"), "journalism")
    services.approve(case.public_id, Actor("ben"))
    one, other = sorted(m.key for m in feathers())
    form = {"said": "different", "reason": "two men"}
    shown = cara.post(at("judge", one, other), form)
    assert shown.status_code == 200 and "This changes public pages" in shown.content.decode()
    assert not Decision.internal.filter(kind="different").exists()
    cara.post(at("judge", one, other), {**form, "seen": "1"})
    assert Decision.internal.filter(kind="different").count() == 1


def test_forces_are_told_in_words(filled: None, as_role: Callable[..., Client]) -> None:
    person = Person.internal.filter(force="essex", redirect=None).first()
    assert person is not None
    found = as_role("reader").get(reverse("desk:find"), {"q": person.name}).content.decode()
    assert "Essex Police" in found and ">essex<" not in found
