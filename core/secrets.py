"""Texts that are kept encrypted, and keyed hashes by which they are found.

A sealed text is ``hk1.<key id>.<base64url of nonce and ciphertext>``: AES-256-GCM under a key
derived from one of ``settings.ENCRYPTION_KEYS``. Its **purpose** (which column of which row it is
for) is authenticated with it, so a sealed text copied to another row or column does not open.

``settings.ENCRYPTION_KEYS`` lists keys as ``<key id>:<32 bytes in base64>``. The first one seals;
all of them open. To change keys put the new one first, run ``manage.py rotate_keys``, then remove
the old one.
"""

import hmac
import re
from base64 import b64decode, urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from functools import lru_cache
from os import urandom
from typing import cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.backends.utils import split_identifier

ALGORITHM = "AES-256-GCM"
PREFIX = "hk1."
NONCE = 12
SEALED = re.compile(r"hk1\.(?P<key>[A-Za-z0-9_-]{1,32})\.(?P<body>[A-Za-z0-9_-]{38,}={0,2})")
KEY = re.compile(r"(?P<id>[A-Za-z0-9_-]{1,32}):(?P<key>[A-Za-z0-9+/]{43}=)")
SEPARATORS = re.compile(r"[\s.\-/]+")


class Unreadable(ValueError):
    """A sealed text that does not open: its key is gone, or it was sealed for something else."""


@dataclass(frozen=True)
class Key:
    """One key of the settings; what seals and what hashes are derived from it apart."""

    id: str
    cipher: AESGCM
    index: bytes


def encrypt(text: str, purpose: str = "") -> str:
    """``text`` sealed with the first key for ``purpose``; equal texts are sealed differently."""
    key = keys()[0]
    nonce = urandom(NONCE)
    body = nonce + key.cipher.encrypt(nonce, text.encode(), purpose.encode())
    return f"{PREFIX}{key.id}.{urlsafe_b64encode(body).decode()}"


def decrypt(sealed: str, purpose: str = "") -> str:
    """The text that was sealed for ``purpose``; raises ``Unreadable``, whose text keeps no secret."""
    match = SEALED.fullmatch(sealed)
    if match is None:
        raise Unreadable("This is no sealed text.")
    key = next((key for key in keys() if key.id == match["key"]), None)
    if key is None:
        raise Unreadable(f"The key {match['key']} is not among ENCRYPTION_KEYS.")
    try:
        body = urlsafe_b64decode(match["body"])
        return key.cipher.decrypt(body[:NONCE], body[NONCE:], purpose.encode()).decode()
    except (InvalidTag, NotBase64) as error:
        raise Unreadable("This was sealed for something else, or was altered since.") from error


def blind_index(text: str, purpose: str) -> str:
    """A keyed hash by which equal texts of one purpose are found without opening any.

    Spaces, dashes, dots and slashes do not count, nor capitals: 12-3456789 is 123456789.
    """
    return _hash(keys()[0], text, purpose)


def blind_indexes(text: str, purpose: str) -> list[str]:
    """The hashes of ``text`` under every key: what to look for, also while keys change."""
    return [_hash(key, text, purpose) for key in keys()]


def is_sealed(value: object) -> bool:
    """Whether a value of a column is a sealed text."""
    return isinstance(value, str) and SEALED.fullmatch(value) is not None


def key_id(sealed: str) -> str:
    """The id of the key that a sealed text needs; "" for what is none."""
    match = SEALED.fullmatch(sealed)
    return match["key"] if match else ""


def current_key_id() -> str:
    """The id of the key that seals now."""
    return keys()[0].id


def column_purpose(row: models.Model, name: str) -> str:
    """The purpose of a column of one row: "secure.bank_accounts.account_number_encrypted/<key>"."""
    field = cast(models.Field, row._meta.get_field(name))
    table = ".".join(split_identifier(row._meta.db_table))
    return f"{table}.{field.column}/{row.pk}"


def opened(row: models.Model, name: str) -> str | None:
    """The plain text of a sealed column, None for none; for code that needs it to do its work.

    A person gets to read it by ``core.services.secrets.secret_reveal`` alone. Raises
    ``Unreadable`` when its key is gone.
    """
    text = getattr(row, name)
    if text in (None, "") or not is_sealed(text):
        return text or None
    return decrypt(text, column_purpose(row, name))


def keys() -> tuple[Key, ...]:
    """The keys of the settings; raises ``ImproperlyConfigured`` for none or a malformed one."""
    return _keys(tuple(settings.ENCRYPTION_KEYS))


@lru_cache(maxsize=8)
def _keys(configured: tuple[str, ...]) -> tuple[Key, ...]:
    if not configured:
        raise ImproperlyConfigured("ENCRYPTION_KEYS is empty: nothing can be sealed.")
    found: dict[str, Key] = {}
    for place, entry in enumerate(configured, start=1):
        match = KEY.fullmatch(entry.strip())
        if match is None or match["id"] in found:  # never quote the entry: it may hold a key
            raise ImproperlyConfigured(
                f"Entry {place} of ENCRYPTION_KEYS is no <id>:<32 bytes in base64> with an id of "
                "its own."
            )
        secret = b64decode(match["key"])
        found[match["id"]] = Key(
            match["id"], AESGCM(_derived(secret, b"encrypt")), _derived(secret, b"index")
        )
    return tuple(found.values())


def _derived(secret: bytes, use: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"halekeeper " + use).derive(secret)


def _hash(key: Key, text: str, purpose: str) -> str:
    plain = SEPARATORS.sub("", text).casefold()
    return hmac.digest(key.index, f"{purpose}\x00{plain}".encode(), "sha256").hex()
