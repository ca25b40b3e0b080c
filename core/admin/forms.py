"""Form parts of the console: look-ups held to the person's scope, texts and lists kept as they
are, refusals of the database as errors."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.postgres.forms import SimpleArrayField
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from unfold.widgets import UnfoldAdminTextareaWidget

from core.models.base import naming_relation


class RowSelect(AutocompleteSelect):
    """A foreign key as a search box.

    The row that is chosen already is shown by its name even where it lies outside the person's
    scope (they may read the row that names it); it comes with its peers, in one query.
    """

    chosen = None  # set by the form: returns the related row that is stored now

    def optgroups(self, name, value, attr=None):
        """The empty option and the chosen one; what is no key at all chooses nothing."""
        value = [part for part in value if not part or self._is_key(part)]
        row = self.chosen() if self.chosen and any(value) else None
        key = row is not None and str(getattr(row, self.field.target_field.attname))
        if not key or [key] != [str(part) for part in value]:
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(row)
        options.append(self.create_option(name, key, label, {key}, len(options)))
        return [(None, options, 0)]

    def _is_key(self, part) -> bool:
        try:
            self.field.target_field.to_python(part)
        except ValidationError:
            return False
        return "\0" not in str(part)


def named(row):
    """The row, with the rows loaded that name it; its peers' come along."""
    related = row
    while related is not None and (step := naming_relation(type(related))):
        related = getattr(related, step)
    return row


class RowField(forms.ModelChoiceField):
    """A foreign key; left as it was it needs no look-up, and may lie outside the scope."""

    def _clean_bound_field(self, bound):
        stored = getattr(bound.form, "instance", None)
        is_stored = stored is not None and not stored._state.adding and not self.disabled
        if is_stored and bound.data and not bound._has_changed():
            return getattr(stored, bound.name)
        return super()._clean_bound_field(bound)


class WordsField(forms.CharField):
    """Text as it was typed: spaces at its ends stay, line ends are those of the database."""

    def __init__(self, **kwargs):
        super().__init__(**{**kwargs, "strip": False})

    def to_python(self, value):
        """The text with plain line feeds (browsers send CR LF)."""
        value = super().to_python(value)
        return value.replace("\r\n", "\n") if isinstance(value, str) else value

    def has_changed(self, initial, data):
        """Whether more than the line ends differs."""
        return super().has_changed(initial, self.to_python(data) or "")


class LinesField(SimpleArrayField):
    """A list, one item a line; ``empty`` is what no line at all stands for."""

    def __init__(self, base_field, *, empty=None, **kwargs):
        self.empty = empty
        kwargs.setdefault("widget", UnfoldAdminTextareaWidget(attrs={"rows": 3}))
        super().__init__(base_field, delimiter="\n", strip=False, **kwargs)

    def to_python(self, value):
        """The items; blank lines are none."""
        if isinstance(value, str):
            lines = value.replace("\r\n", "\n").split("\n")
            value = [line for line in lines if line.strip()]
        return super().to_python(value)

    def clean(self, value):
        """The list, or what stands for none."""
        return super().clean(value) or self.empty


class DocumentField(forms.JSONField):
    """A document as JSON; none is an empty box."""

    def prepare_value(self, value):
        """The document as text."""
        return "" if value is None else super().prepare_value(value)


class BaseForm(forms.ModelForm):
    """Every form of the console.

    ``refused`` holds what the database said to the same data a moment ago; it stands beside the
    fields like any other error, and keeps the form from being saved.
    """

    refused: ValidationError | None = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            return
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, RowSelect):
                widget.chosen = lambda name=name: named(getattr(self.instance, name, None))

    def clean(self):
        """What was refused is an error of its field, or of the row."""
        cleaned = super().clean()
        if self.refused is not None:
            for field, messages in errors_by_field(self.refused).items():
                self.add_error(field if field in self.fields else None, messages)
        return cleaned


def errors_by_field(error: ValidationError) -> dict[str | None, list[str]]:
    """Messages of an error, by field; None for the row as a whole."""
    if not hasattr(error, "error_dict"):
        return {None: error.messages}
    return {
        None if field == NON_FIELD_ERRORS else field: messages
        for field, messages in error.message_dict.items()
    }
