"""The forms of accounts."""

from __future__ import annotations

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html

from peelian.desk.accounts.roles import ROLES


class InviteForm(forms.Form):
    """Whom to invite, with which roles."""

    username = forms.CharField(max_length=150, label="Name to sign in with")
    email = forms.EmailField(required=False, label="Mail address (the link is sent there too, if given)")
    roles = forms.MultipleChoiceField(
        choices=[(role.name, f"{role.title}: {role.what}") for role in ROLES.values()],
        widget=forms.CheckboxSelectMultiple,
    )


class JoinForm(forms.Form):
    """The password of a new account, twice."""

    password = forms.CharField(
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), max_length=1024, strip=False,
        help_text=password_validators_help_text_html(),
    )  # fmt: skip
    again = forms.CharField(
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), max_length=1024, strip=False,
        label="The same again",
    )  # fmt: skip

    def clean_again(self) -> str:
        """The two must be the same."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password"):
            raise forms.ValidationError("The two are not the same.")
        return again
