"""Who and what the intake's tests need: keys, a person at the public form, files."""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import pyrage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from peelian.casebook.audit import Actor
from peelian.intake.crypto import Identity

TODAY = datetime.date(2026, 11, 22)
#: From when the keys of the tests are in force.
BEFORE = datetime.date(2020, 1, 1)
DESK = Actor("desk")
AGENT, ADDRESS = "Markedbrowser/7", "203.0.113.77"
FORM, RETURN = "/come-forward/", "/come-forward/return/"


def new_key() -> Identity:
    return Identity(str(pyrage.x25519.Identity.generate()))


@dataclass
class Keys:
    """The private keys of two recipients and a custodian."""

    ruth: Identity = field(default_factory=new_key)
    sam: Identity = field(default_factory=new_key)
    keeper: Identity = field(default_factory=new_key)


def hidden(html: str, name: str) -> str:
    """The value of a hidden field of a page."""
    for tag in re.findall(r"<input[^>]*>", html):
        if f'name="{name}"' in tag and (found := re.search(r'value="([^"]*)"', tag)):
            return unescape(found[1])
    return ""


def answer_to(html: str) -> str:
    """What the small question of a page asks for."""
    asked = re.search(r'id="id_question_helptext">Write the (\w+)[^<]*<strong>([^<]*)</strong>', html)
    assert asked, "the page asks no question"
    return asked[2].split(", ")[["first", "second", "third", "fourth"].index(asked[1])]


@dataclass
class Person:
    """Somebody at the public form, with a browser that keeps no cookies."""

    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))
    answers: list[HttpResponse] = field(default_factory=list)

    def get(self, path: str) -> str:
        return self._took(self.client.get(path, HTTP_USER_AGENT=AGENT, REMOTE_ADDR=ADDRESS))

    def post(self, path: str, data: dict[str, Any]) -> str:
        return self._took(self.client.post(path, data, HTTP_USER_AGENT=AGENT, REMOTE_ADDR=ADDRESS))

    def _took(self, answer: Any) -> str:
        self.answers.append(answer)
        return str(answer.content.decode())

    @property
    def status(self) -> int:
        return self.answers[-1].status_code

    def preview(self, what: str = "I saw it.", at: str = FORM, **more: Any) -> str:
        page = self.get(at)
        return self.post(
            FORM,
            {
                "what": what,
                "reach": "code",
                "token": hidden(page, "token"),
                "appeal": hidden(page, "appeal"),
                "question": answer_to(page),
                "step": "preview",
                **more,
            },
        )

    def send(self, page: str) -> str:
        names = set(re.findall(r'<input type="hidden" name="(\w+)"', page))
        return self.post(FORM, {name: hidden(page, name) for name in names} | {"step": "send"})

    def report(self, what: str = "I saw it.", at: str = FORM, **more: Any) -> str:
        """The whole way; the code."""
        page = self.send(self.preview(what, at, **more))
        assert self.status == 200
        return " ".join(re.findall(r"<li>(\w+)</li>", page.split('id="code">')[1].split("</ol>")[0]))

    def come_back(self, code: str) -> str:
        return self.post(RETURN, {"token": hidden(self.get(RETURN), "token"), "code": code, "step": "open"})


def upload(content: bytes, name: str = "file.bin") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def jpeg(maker: str = "", size: tuple[int, int] = (40, 30)) -> bytes:
    """A picture; ``maker`` in its EXIF."""
    from PIL import Image

    exif = Image.Exif()
    if maker:
        exif[0x010F] = maker
    out = io.BytesIO()
    Image.new("RGB", size, "green").save(out, "JPEG", exif=exif)
    return out.getvalue()
