"""A small OpenID Connect provider on this machine, over TLS with a certificate of its own, for one test."""

from __future__ import annotations

import base64
import datetime
import hashlib
import ipaddress
import json
import secrets
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

CLIENT, SECRET = "peelian", "a-secret-of-the-provider"


@dataclass
class Provider:
    """Who it would vouch for next (``claims``), and what it was asked for."""

    certificate: Path
    key: rsa.RSAPrivateKey
    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def vouch_for(self, email: str, *, verified: bool = True, **more: Any) -> None:
        """Say who comes next."""
        now = int(datetime.datetime.now(datetime.UTC).timestamp())
        self.claims = {
            "iss": self.issuer, "aud": CLIENT, "sub": f"sub-{email}", "email": email, "email_verified": verified,
            "iat": now, "exp": now + 300, "jti": secrets.token_hex(8), **more,
        }  # fmt: skip

    def answer(self, method: str, path: str, given: dict[str, str]) -> tuple[int, dict[str, Any] | str]:
        """The answer to a request: a body as JSON, or where to go."""
        self.asked.append(f"{method} {path}")
        if path == "/.well-known/openid-configuration":
            ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "jwks", "userinfo_endpoint": "userinfo"}  # fmt: skip
            return 200, {
                "issuer": self.issuer,
                **{name: f"{self.issuer}/{end}" for name, end in ends.items()},
            }
        if path == "/authorize":
            code = secrets.token_urlsafe(12)
            self.codes[code] = given
            return 302, given["redirect_uri"] + "?" + urlencode({"code": code, "state": given["state"]})
        if path == "/token":
            asked = self.codes.pop(given.get("code", ""), None)
            proof = base64.urlsafe_b64encode(hashlib.sha256(given.get("code_verifier", "").encode()).digest())
            right = (
                asked is not None
                and given.get("client_secret") == SECRET
                and asked.get("code_challenge") == proof.rstrip(b"=").decode()
            )
            if not right:
                return 400, {"error": "invalid_grant"}
            token = jwt.encode(self.claims, self.key, algorithm="RS256", headers={"kid": "one"})
            return 200, {"access_token": "x", "token_type": "Bearer", "id_token": token}
        if path == "/userinfo":
            return 200, {name: self.claims[name] for name in ("sub", "email", "email_verified")}
        if path == "/jwks":
            told = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
            return 200, {"keys": [{**told, "kid": "one", "alg": "RS256", "use": "sig"}]}
        return 404, {}


@contextmanager
def provider(folder: Path) -> Iterator[Provider]:
    """Run one until the test is over."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    held = Provider(_certificate(folder, key), key)

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            place = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            given = {name: some[0] for name, some in parse_qs(place.query or body).items()}
            status, told = held.answer(self.command, place.path, given)
            self.send_response(status)
            if isinstance(told, str):
                self.send_header("Location", told)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            if isinstance(told, dict):
                self.wfile.write(json.dumps(told).encode())

        do_GET = do_POST = _do

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(held.certificate, held.certificate.with_suffix(".key"))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    held.issuer = f"https://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()


def _certificate(folder: Path, key: rsa.RSAPrivateKey) -> Path:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a provider for tests")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1)).not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path = folder / "provider.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    path.with_suffix(".key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return path
