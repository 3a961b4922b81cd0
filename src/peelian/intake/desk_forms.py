"""What the desk's pages of the intake take."""

from __future__ import annotations

from django import forms

from peelian.intake.crypto import LARGEST_KEY_FILE
from peelian.intake.forms import PlainText


class UnlockForm(forms.Form):
    """A key file and its passphrase, for this session only."""

    key_file = forms.FileField(label="Your key file", max_length=200)
    passphrase = forms.CharField(
        label="Its passphrase",
        required=False,
        max_length=500,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def clean_key_file(self) -> bytes:
        """The file's bytes, if they can be a key's."""
        file = self.cleaned_data["key_file"]
        if file.size > LARGEST_KEY_FILE:
            raise forms.ValidationError("This file is too large to be a key.")
        content: bytes = file.read()
        return content


class ReplyForm(forms.Form):
    """An answer to the source."""

    text = PlainText(30_000, lines=True, required=True)


class ReasonForm(forms.Form):
    """Why: for a request, or for its decision."""

    reason = PlainText(2_000, lines=True, required=True)
