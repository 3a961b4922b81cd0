"""The project's settings for tests: a casebook folder of its own for each process, quick password hashing."""

import os
import tempfile

os.environ["PEELIAN_CASEBOOK"] = tempfile.mkdtemp(prefix="peelian-test-")
os.environ.setdefault("PEELIAN_SECRET_KEY", "only-for-tests")

from peelian.server.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
