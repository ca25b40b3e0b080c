"""What ``manage.py check`` says of the settings on which signing in rests."""

from django.conf import settings as project

from portal.checks import CHECKS_THE_ROW, sessions_are_checked, sessions_are_recorded


def ids(found):
    return [message.id for message in found]


def test_the_project_checks_the_rows_of_browsers():
    assert sessions_are_checked(None) == []


def test_without_the_middleware_or_in_the_wrong_order(settings):
    settings.MIDDLEWARE = [name for name in project.MIDDLEWARE if name != CHECKS_THE_ROW]
    assert ids(sessions_are_checked(None)) == ["portal.E001"]
    settings.MIDDLEWARE = [CHECKS_THE_ROW, *settings.MIDDLEWARE]
    assert ids(sessions_are_checked(None)) == ["portal.E001"]


def test_a_short_signing_key(settings):
    settings.TOKEN_SIGNING_KEY = "x" * 31
    assert ids(sessions_are_checked(None)) == ["portal.E002"]
    settings.TOKEN_SIGNING_KEY = "x" * 32
    assert sessions_are_checked(None) == []


def test_a_server_lets_no_session_pass_without_a_row(settings):
    assert ids(sessions_are_recorded(None)) == ["portal.E003"]
    settings.SESSIONS_MUST_BE_RECORDED = True
    assert sessions_are_recorded(None) == []
