"""The public forms: what may come in, and how long."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LONGEST = {
    "what": 30_000,
    "where": 1_000,
    "when": 500,
    "officer": 2_000,
    "contact_name": 200,
    "contact_how": 1_000,
}
TOO_LONG = "This is longer than we can take at once (%(limit_value)d letters). Send the rest with your code afterwards."


class PlainText(forms.CharField):
    """Text as it was written: line ends made one kind, NUL and lone surrogates refused by Django or here."""

    def __init__(self, longest: int, *, lines: bool = False, required: bool = False) -> None:
        widget = forms.Textarea(attrs={"rows": 10}) if lines else forms.TextInput()
        widget.attrs["autocomplete"] = "off"
        super().__init__(max_length=longest, required=required, widget=widget, strip=True)
        self.error_messages |= {"required": "Please write something here.", "max_length": TOO_LONG}

    def to_python(self, value: Any) -> Any:
        """``value`` with one kind of line end."""
        text = super().to_python(value)
        if isinstance(text, str):
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            if not text.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in text):
                raise ValidationError("This holds a letter that does not exist.")
        return text


class ReportForm(forms.Form):
    """The report. ``contacts``: whether a custodian is there to seal a contact to."""

    what = PlainText(LONGEST["what"], lines=True, required=True)
    where = PlainText(LONGEST["where"])
    when = PlainText(LONGEST["when"])
    officer = PlainText(LONGEST["officer"])
    reach = forms.ChoiceField(
        choices=[("code", ""), ("contact", ""), ("none", "")], initial="code", widget=forms.RadioSelect
    )
    contact_name = PlainText(LONGEST["contact_name"])
    contact_how = PlainText(LONGEST["contact_how"])

    def __init__(self, *args: Any, words: dict[str, Any], contacts: bool, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for name, field in self.fields.items():
            field.label = words.get(name, name)
            field.help_text = words.get(f"{name}_help", "")
        choices = [(key, words[f"reach_{key}"]) for key in ("code", "contact", "none")]
        reach = self.fields["reach"]
        if isinstance(reach, forms.ChoiceField):
            reach.choices = choices if contacts else [choices[0], choices[2]]
        if not contacts:
            del self.fields["contact_name"], self.fields["contact_how"]

    def clean(self) -> dict[str, Any]:
        """A contact counts only where the person chose to leave one; left empty, it is asked for."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("reach") != "contact":
            data["contact_name"] = data["contact_how"] = ""
        elif not data.get("contact_name") and not data.get("contact_how"):
            self.add_error(
                "contact_how", "You chose to leave a contact. Write it here, or choose another answer above."
            )
        return data


class AnswerForm(forms.Form):
    """A further message of a source."""

    what = PlainText(LONGEST["what"], lines=True, required=True)
