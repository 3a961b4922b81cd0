"""The pages of alerts: ask, confirm, stop. Confirming and stopping are buttons: a mail scanner's look does neither."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from peelian.web.alerts import sending
from peelian.web.models import SavedSearch
from peelian.web.search import Question

MOST_A_DAY = 500


class AlertForm(forms.Form):
    """An address for mail."""

    email = forms.EmailField(label=_("Your e-mail address"), max_length=254)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """``/alerts/new?<search>``."""
    question = Question.read(request.GET)
    form = AlertForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if SavedSearch.internal.filter(asked_on=localdate(), confirmed=False).count() >= MOST_A_DAY:
            form.add_error(None, _("Too many alerts were asked for today. Please come back tomorrow."))
        else:
            sending.ask(form.cleaned_data["email"], question.query, request.build_absolute_uri("/"))
            return render(request, "web/alert-done.html", {"what": "asked"})
    status = 422 if request.method == "POST" else 200
    return render(request, "web/alert.html", {"form": form, "question": question}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, token: str, what: str) -> HttpResponse:
    """``/alerts/<token>/confirm`` and ``/stop``."""
    row = get_object_or_404(SavedSearch.internal, token=token)
    if request.method == "POST":
        if what == "confirm":
            sending.confirm(row)
        else:
            row.delete()
        return render(request, "web/alert-done.html", {"what": what})
    question = Question.read(QueryDict(row.query))
    return render(request, "web/alert-act.html", {"what": what, "question": question})
