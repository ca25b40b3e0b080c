"""Sealed texts and blind indexes."""

import base64

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given, strategies as st

from core import secrets
from core.checks import keys_can_seal


def key(name, fill):
    return f"{name}:{base64.b64encode(bytes([fill]) * 32).decode()}"


OLD, NEW = key("old", 1), key("new", 2)


@given(st.text(), st.text())
def test_what_is_sealed_opens_for_its_purpose_alone(text, purpose):
    sealed = secrets.encrypt(text, purpose)
    assert secrets.decrypt(sealed, purpose) == text
    assert secrets.is_sealed(sealed)
    with pytest.raises(secrets.Unreadable, match="something else"):
        secrets.decrypt(sealed, purpose + "x")


def test_equal_texts_are_sealed_differently():
    assert secrets.encrypt("123-45-6789", "a") != secrets.encrypt("123-45-6789", "a")


def test_every_altered_character_is_noticed():
    sealed = secrets.encrypt("123-45-6789", "a")
    start = len("hk1.test.")
    for place in range(start, len(sealed) - 2):  # the last one carries bits of padding
        other = "A" if sealed[place] != "A" else "B"
        with pytest.raises(secrets.Unreadable):
            secrets.decrypt(sealed[:place] + other + sealed[place + 1 :], "a")


@pytest.mark.parametrize(
    "text", ["", "123-45-6789", "hk1.", "hk1.test.short", "hk1.test." + "!" * 60]
)
def test_what_is_not_sealed_is_refused(text):
    assert not secrets.is_sealed(text)
    with pytest.raises(secrets.Unreadable, match="no sealed text"):
        secrets.decrypt(text, "a")


def test_older_keys_open_and_the_first_one_seals(settings):
    settings.ENCRYPTION_KEYS = [OLD]
    sealed = secrets.encrypt("door 4711", "a")
    found = secrets.blind_index("4711", "a")
    settings.ENCRYPTION_KEYS = [NEW, OLD]
    assert secrets.decrypt(sealed, "a") == "door 4711"
    assert secrets.key_id(sealed) == "old"
    assert secrets.key_id(secrets.encrypt("x")) == secrets.current_key_id() == "new"
    assert found in secrets.blind_indexes("4711", "a")
    assert found != secrets.blind_index("4711", "a")
    settings.ENCRYPTION_KEYS = [NEW]
    with pytest.raises(secrets.Unreadable, match="key old is not among"):
        secrets.decrypt(sealed, "a")


def test_an_index_ignores_how_a_number_is_written_and_knows_its_purpose():
    assert secrets.blind_index("12-345 6789", "ein") == secrets.blind_index("123456789", "ein")
    assert secrets.blind_index("ab1", "ein") == secrets.blind_index("AB1", "ein")
    assert secrets.blind_index("123456789", "ein") != secrets.blind_index("123456789", "ssn")
    assert secrets.blind_index("123456789", "ein") != secrets.blind_index("123456780", "ein")


@pytest.mark.parametrize(
    "configured",
    [[], ["c2VjcmV0"], ["a:c2VjcmV0"], [OLD, OLD], ["a b:" + OLD.partition(":")[2]]],
)
def test_keys_that_are_none_are_refused_without_quoting_them(settings, configured):
    settings.ENCRYPTION_KEYS = configured
    with pytest.raises(ImproperlyConfigured) as refused:
        secrets.encrypt("x")
    (fault,) = keys_can_seal(None)
    assert fault.id == "core.E002"
    assert "c2VjcmV0" not in str(refused.value)
    assert "AQEB" not in str(refused.value)
