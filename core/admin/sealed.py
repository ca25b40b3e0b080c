"""Secrets in the console: typed in but never filled in, shown one at a time for a reason."""

from dataclasses import dataclass

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from unfold.widgets import INPUT_CLASSES

from core.models.sealed import REMOVED, SealedField, typed_fields
from core.permissions.fields import may_reveal
from core.secrets import PREFIX
from core.services.secrets import secret_reveal
from core.throttling import Refused


class SealedInput(forms.TextInput):
    """An input that never holds what is kept; a box removes it where it may be missing."""

    template_name = "console/sealed_input.html"

    def __init__(self, *, can_remove: bool = False):
        super().__init__(attrs={"class": " ".join(INPUT_CLASSES), "autocomplete": "new-password"})
        self.can_remove = can_remove

    def get_context(self, name, value, attrs):
        """``value`` is what is kept (sealed): only whether there is any reaches the page."""
        context = super().get_context(name, None, attrs)
        context["widget"] |= {
            "is_kept": bool(value),
            "can_remove": self.can_remove and bool(value),
            "remove": f"{name}-remove",
        }
        context["widget"]["attrs"].pop("required", None)
        return context

    def _render(self, template_name, context, renderer=None):
        return mark_safe(render_to_string(template_name, context))  # noqa: S308  it escapes

    def value_from_datadict(self, data, files, name):
        """The text; ``REMOVED`` when the box is ticked and nothing is typed."""
        text = super().value_from_datadict(data, files, name)
        return REMOVED if self.can_remove and not text and data.get(f"{name}-remove") else text


class SealedText(forms.CharField):
    """A secret to be entered; left empty, what is kept stays."""

    def __init__(self, *, can_remove: bool = False, **kwargs):
        kwargs |= {"required": False, "widget": SealedInput(can_remove=can_remove)}
        super().__init__(**kwargs)

    def clean(self, value):
        """The text, ``REMOVED``, or "" for no change."""
        if value is REMOVED:
            return value
        text = super().clean(value)
        if text.startswith(PREFIX):
            raise ValidationError(f"This cannot start with {PREFIX}")
        return text

    def has_changed(self, initial, data):
        """Whether anything was entered or removed."""
        return data not in (None, "")


@dataclass(frozen=True)
class Kept:
    """One secret of a row as its page shows it: that it is there, its end, whether it may be seen."""

    name: str
    title: str
    end: str
    may_reveal: bool


def sealed_input(field: SealedField) -> SealedText:
    """The input of a sealed column."""
    return SealedText(can_remove=field.null, label=field.title)


class SealedMixin:
    """Inputs for secrets, and the way to see one."""

    def get_urls(self):
        if not typed_fields(self.model):
            return super().get_urls()
        view = self.admin_site.admin_view(
            sensitive_post_parameters()(never_cache(require_POST(self.reveal_view)))
        )
        name = f"{self.opts.app_label}_{self.opts.model_name}_reveal"
        return [path("<path:object_id>/reveal/", view, name=name), *super().get_urls()]

    def get_exclude(self, request, obj=None):
        """Whoever may only look gets no inputs of secrets."""
        hidden = []
        if obj is not None and not self.has_change_permission(request, obj):
            hidden = [field.name for field in typed_fields(self.model)]
        if obj is None:  # they follow from what is entered
            hidden = [n for field in typed_fields(self.model) for n in field.companions()]
        return (*(super().get_exclude(request, obj) or ()), *hidden)

    def get_readonly_fields(self, request, obj=None):
        """What follows from a secret is not typed."""
        names = [n for field in typed_fields(self.model) for n in field.companions()]
        hidden = set(self.get_exclude(request, obj) or ())
        names = [name for name in dict.fromkeys(names) if name not in hidden]
        return (*super().get_readonly_fields(request, obj), *names)

    def kept_secrets(self, request, obj) -> list[Kept]:
        """The secrets that the row has."""
        return [
            Kept(
                field.name,
                field.title,
                (getattr(obj, field.last_four) or "") if field.last_four else "",
                may_reveal(request.user, obj, field.name),
            )
            for field in typed_fields(self.model)
            if field.value_from_object(obj)
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """The page, with what is kept secret."""
        if obj is not None and not context.get("is_popup"):
            context["kept_secrets"] = self.kept_secrets(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def reveal_view(self, request, object_id):
        """POST: show one secret, once, on a page that nothing keeps."""
        obj = self.get_object(request, unquote(object_id))
        name = request.POST.get("field", "")
        fields = {field.name: field for field in typed_fields(self.model)}
        if obj is None or name not in fields:
            raise Http404(f"There is no such {self.opts.verbose_name}.")
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        text, refused, status = None, "", 200
        try:
            text = secret_reveal(
                row=obj,
                name=name,
                actor=request.user,
                reason=request.POST.get("reason", "").replace("\x00", ""),
            )
        except ValidationError as error:
            refused, status = " ".join(error.messages), 400
        except Refused as error:
            refused, status = str(error), 429
        context = {
            **self.admin_site.each_context(request),
            "title": f"{fields[name].title} of {obj}",
            "opts": self.opts,
            "original": obj,
            "text": text,
            "refused": refused,
            "media": self.media,
        }
        request.current_app = self.admin_site.name
        response = TemplateResponse(request, "console/reveal.html", context, status=status)
        response["Cache-Control"] = "no-store, private"
        response["Referrer-Policy"] = "no-referrer"
        return response
