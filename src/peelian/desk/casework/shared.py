"""What several pages of casework need: the case of an address, its documents, one way to answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from peelian import law
from peelian.casebook.listing import NoSuchCase, case_of
from peelian.casebook.models import Case
from peelian.desk.casework.models import WorkedCase
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.recording import NotRecorded
from peelian.desk.casework.work import follow_merges


def find_case(public_id: str) -> Case:
    """The case of an address, or where it leads to. Raises ``Http404``."""
    try:
        return case_of(public_id)
    except NoSuchCase as missing:
        raise Http404(str(missing)) from missing


def work_of(public_id: str) -> WorkedCase:
    """The work on a case. Raises ``Http404`` where none was begun."""
    follow_merges()
    found = (
        WorkedCase.internal.filter(case=find_case(public_id)).select_related("case", "assigned_to").first()
    )
    if found is None:
        raise Http404(f"No work was begun on case {public_id}.")
    return found


def documents_of(case: Case, work: WorkedCase | None) -> list[tuple[str, str]]:
    """The documents that a record can rest on: the case's sources and its attachments, each with its title."""
    file = case.casefile if case.facts else None
    told = [(one.id, f"{one.title or one.id} ({one.id})") for one in (file.sources if file else ())]
    if work is not None:
        told += [
            (f"a-{one.pk}", f"{one.name} (attached)")
            for one in work.attachments(manager="internal").filter(removed_at=None)
        ]
    return told


def seen_of(request: HttpRequest) -> int | None:
    """The number of the last decision that the person saw, from the form."""
    given = request.POST.get("seen", "")
    return int(given) if given.isdigit() and len(given) < 12 else None


def act(
    request: HttpRequest, public_id: str, done: str, do: Callable[[], Any], part: str = ""
) -> HttpResponse:
    """Do something and go back to the case with a sentence: what was done, or why it was not."""
    try:
        do()
    except NotRecorded as refused:
        messages.error(request, " ".join(refused.problems.values()))
    except (NotPossible, law.UnknownTerm, ValueError) as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(reverse("casework:case", args=[public_id]) + (f"#{part}" if part else ""))


def page_context(**more: Any) -> dict[str, Any]:
    """What every page of casework has."""
    return {"section": "casework", **more}
