"""The form of a request."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class RequestForm(forms.Form):
    """What is asked, about which case, and how one may be answered."""

    case = forms.CharField(label=_("Which case"), max_length=40, help_text=_("The id in its address: c-…"))
    kind = forms.ChoiceField(
        label=_("What do you ask for?"),
        widget=forms.RadioSelect,
        choices=[
            ("correction", _("Something is wrong: a correction")),
            ("removal", _("It should not be here: a removal")),
            ("reply", _("I want to reply: my words beside the case")),
        ],
    )
    about = forms.CharField(
        label=_("Which fact, if one"),
        max_length=200,
        required=False,
        help_text=_("For example: age, outcome"),
    )
    text = forms.CharField(label=_("Tell us"), widget=forms.Textarea, max_length=10_000)
    contact = forms.CharField(
        label=_("How can we answer you?"),
        max_length=500,
        required=False,
        help_text=_("An e-mail address or nothing: then come back with the reference that you get."),
    )
