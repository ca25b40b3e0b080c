"""Forms of the pages about the own account."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from unfold.widgets import BASE_INPUT_CLASSES

from core import throttling
from portal.services.sign_in import SignInRefused


class AccountForm(forms.Form):
    """A form whose refusals come from a service."""

    result: Any = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.setdefault("class", " ".join(BASE_INPUT_CLASSES))

    def carried_out(self, service: Callable[..., object], **values) -> bool:
        """Whether the service did it; what it refused stands at the fields. ``result`` keeps what
        it gave."""
        try:
            self.result = service(**values)
        except ValidationError as error:
            self._take(error)
        except (throttling.Refused, SignInRefused) as refused:
            self.add_error(None, str(refused))
        else:
            return True
        return False

    def _take(self, error: ValidationError) -> None:
        for name, said in getattr(error, "error_dict", {None: error}).items():
            shown = name in self.fields and not self.fields[name].widget.is_hidden
            self.add_error(name if shown else None, said)


def _password(label: str, *, is_new: bool, **options) -> forms.CharField:
    word = "new-password" if is_new else "current-password"
    widget = forms.PasswordInput(attrs={"autocomplete": word})
    return forms.CharField(label=label, strip=False, widget=widget, max_length=1000, **options)


def _code(help_text: str = "") -> forms.CharField:
    widget = forms.TextInput(
        attrs={"autocomplete": "one-time-code", "spellcheck": "false", "autofocus": True}
    )
    return forms.CharField(label="Code", max_length=40, widget=widget, help_text=help_text)


class SignInForm(AccountForm):
    """Address and password."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = _password("Password", is_new=False)


class CodeForm(AccountForm):
    """A code of the authenticator app."""

    code = _code()


class SecondStepForm(AccountForm):
    """The second factor at sign-in."""

    code = _code("Six digits of your authenticator app, or one of your recovery codes.")


class TakeOffForm(AccountForm):
    """What it takes to do without the second factor."""

    password = _password("Your password", is_new=False)
    code = _code()


class ForgottenForm(AccountForm):
    """Where to mail a link to."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )


class NewPasswordForm(AccountForm):
    """A new password, typed twice."""

    password = _password(
        "New password",
        is_new=True,
        help_text="At least 12 characters; none of your last ones, and not your address.",
    )
    again = _password("The same again", is_new=True)

    def clean(self):
        """Both the same."""
        given = super().clean()
        if given.get("again") and given.get("password") != given["again"]:
            self.add_error("again", "The two passwords are not the same.")
        return given


class OwnPasswordForm(NewPasswordForm):
    """A new password for the old one."""

    field_order = ("old", "password", "again")
    old = _password("Your password now", is_new=False)


def _secret() -> forms.CharField:
    # A script of ours puts it in from the address, where it stands behind the #.
    widget = forms.HiddenInput(attrs={"data-hk-secret": True, "autocomplete": "off"})
    missing = {"required": "This page needs the whole link of the mail. Open it once more."}
    return forms.CharField(max_length=200, widget=widget, error_messages=missing)


class LinkForm(AccountForm):
    """The secret of a mailed link."""

    token = _secret()


class LinkPasswordForm(NewPasswordForm):
    """The secret of a mailed link, and a new password."""

    token = _secret()
