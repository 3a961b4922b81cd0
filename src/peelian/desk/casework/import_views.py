"""The pages of import: the file, its columns, the dry run, the act."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peelian.desk.access import actor_of, allowed
from peelian.desk.casework import importing, sheets
from peelian.desk.casework.models import SpreadsheetDraft
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.shared import page_context

SHOWN = 200


@allowed("desk.work_cases")
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The file."""
    trouble, given = "", request.FILES.get("file")
    if request.method == "POST":
        try:
            if given is None:
                raise sheets.NoSheet("Choose a file.")
            if (given.size or 0) > sheets.LARGEST:
                raise sheets.NoSheet(
                    f"The file is larger than {sheets.LARGEST // 1024 // 1024} MB: divide it."
                )
            draft = importing.take(given.read(), given.name or "spreadsheet", actor_of(request))
        except sheets.NoSheet as refused:
            trouble = str(refused)
        else:
            return redirect("casework:import_columns", number=draft.pk)
    context = page_context(trouble=trouble, fields=importing.fields())
    return render(request, "casework/import.html", context, status=422 if trouble else 200)


@allowed("desk.work_cases", reads="import", target="number")
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, number: int) -> HttpResponse:
    """The columns, the dry run with its list of problems, and the import: whose draft it is may go on with it."""
    draft = get_object_or_404(SpreadsheetDraft.internal, pk=number, by=request.user.get_username())
    today, trouble, rows, status = timezone.localdate(), "", None, 200
    if request.method == "POST":
        known = importing.fields()
        given = {str(n): request.POST.get(f"column-{n}", "") for n in range(len(draft.columns))}
        draft.mapping = {column: name for column, name in given.items() if name in known}
        draft.save(update_fields=["mapping"])
        try:
            if request.POST.get("act") == "give_up":
                draft.delete()
                messages.success(request, "The spreadsheet is gone; nothing was imported.")
                return redirect("casework:list")
            if request.POST.get("act") == "import":
                made = importing.bring_in(
                    draft, draft.mapping, actor_of(request), today, skip=request.POST.get("skip") == "1"
                )
                told = "1 case was" if len(made) == 1 else f"{len(made)} cases were"
                messages.success(request, f"{told} imported.")
                return redirect("casework:list")
        except NotPossible as refused:
            trouble, status = str(refused), 422
        try:
            rows = importing.dry_run(draft, draft.mapping, today)
        except NotPossible as refused:
            trouble, status = str(refused), 422
    wrong = [row for row in rows or () if row.problems]
    heads = [
        (n, head, draft.mapping.get(str(n), ""), [row[n] for row in draft.rows[:3] if row[n]])
        for n, head in enumerate(draft.columns)
    ]
    context = page_context(
        draft=draft, heads=heads, fields=importing.fields(), rows=rows, wrong=wrong[:SHOWN], wrong_count=len(wrong),
        right_count=len(rows or ()) - len(wrong), count=len(draft.rows), trouble=trouble,
    )  # fmt: skip
    return render(request, "casework/import_columns.html", context, status=status)
