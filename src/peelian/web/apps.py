"""The Django application of the public pages. Its index follows what publication publishes and withdraws."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The public pages and their index."""

    name = "peelian.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Public pages"

    def ready(self) -> None:
        """Listen to publication."""
        from peelian.publication.signals import case_published, case_withdrawn

        case_published.connect(_published, dispatch_uid="web-index-put")
        case_withdrawn.connect(_withdrawn, dispatch_uid="web-index-drop")


def _published(sender: object, case: Any, **_: object) -> None:
    from peelian.web import downloads, index
    from peelian.web.models import Entry

    before = Entry.public.filter(case_id=case.id).values_list("body", flat=True).first()
    if before is not None and before != case.to_json().decode():
        downloads.take_down()
    index.put(case)


def _withdrawn(sender: object, case_id: str, **_: object) -> None:
    from peelian.web import downloads, index

    downloads.take_down()
    index.drop(case_id)
