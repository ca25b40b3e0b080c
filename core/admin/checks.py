"""System checks of the console: what would make a page slow or wrong once a table has grown."""

from django.contrib import admin
from django.core import checks

from core.admin.base import BaseAdmin
from core.admin.changelist import ListMixin
from core.admin.describe import indexed_fields, relations
from core.admin.panels import Panel, relation_named
from core.models.fields import field_or_none


@checks.register(checks.Tags.admin)
def console_stays_quick(app_configs=None, **kwargs):
    """Every page of the console keeps the rules by which it stays quick and complete."""
    return [
        checks.Error(text, hint=hint, obj=type(page), id=f"core.{number}")
        for page in admin.site._registry.values()
        if isinstance(page, BaseAdmin)
        for number, text, hint in faults(page)
    ]


def faults(page: BaseAdmin):
    """What is wrong with one admin: number, sentence and remedy of each fault."""
    yield from _selects(page)
    yield from _search(page)
    yield from _columns(page)
    yield from _names(page)


def _selects(page):
    model = page.model._meta.label
    boxed = set(page.get_autocomplete_fields(None))
    for field in relations(page.model):
        if field.name not in boxed or field.name in page.radio_fields:
            yield (
                "E020",
                f"{model}.{field.name} would be a select of every row there is.",
                "Leave get_autocomplete_fields to the base class.",
            )


def _search(page):
    if type(page).get_search_results is not ListMixin.get_search_results:
        yield (
            "E021",
            f"The search of {page.model._meta.label} does not go through its search text.",
            "Name own columns in SearchTextField and relations in search_through instead.",
        )


def _columns(page):
    model = page.model
    own = {field.name for field in model._meta.concrete_fields}
    methods = [n for n in page.list_display if n not in own and n != "__str__"]
    if methods and not isinstance(page.list_select_related, (list, tuple)):
        yield (
            "E022",
            f"{model._meta.label}: column {methods[0]} may read other rows, one query each.",
            "Say in list_select_related which relations it reads; () for none.",
        )
    if page.is_large:
        indexed = indexed_fields(model)
        for name in page.sortable_by or ():
            if name not in indexed:
                yield (
                    "E023",
                    f"{model._meta.label} sorts by {name}, which no index serves.",
                    "Index it, leave it out of sortable_by, or say is_large = False.",
                )


def _names(page):
    model = page.model
    for inline in page.inlines:
        for name in inline.fields or ():
            if field_or_none(inline.model, name) is None and not hasattr(inline, name):
                yield (
                    "E024",
                    f"The inline of {inline.model._meta.label} names {name}, which it has not.",
                    "Mend its fields.",
                )
    for part in page.panels or ():
        panel = Panel(part) if isinstance(part, str) else part
        try:
            relation = relation_named(model, panel.through or panel.name)
            if panel.through:
                relation_named(relation.related_model, panel.name)
        except LookupError as error:
            yield "E025", str(error), f"Mend the panels of {model._meta.label}."
    for _, options in page.fieldsets or ():
        for line in options["fields"]:
            for name in (line,) if isinstance(line, str) else line:
                if field_or_none(model, name) is None and not hasattr(page, name):
                    yield (
                        "E026",
                        f"The form of {model._meta.label} names {name}, which it has not.",
                        "Mend its fieldsets.",
                    )
