"""The queryset of every model: scoped by person, searched by its search text."""

from django.db import models
from django.db.models import QuerySet

from core.models.fields import Fold, SearchTextField, field_or_none

SEARCH_WORDS = 8  # words of a search beyond these are ignored: each costs an index scan


class ScopedQuerySet(QuerySet):
    """``for_user`` is the one door to rows a person may reach."""

    def for_user(self, user, action="read"):
        """Rows on which ``user`` may do ``action`` (read, create, write, delete, export …).

        The model's policy decides; a model without one gives nothing.
        """
        from core.permissions.scoping import scoped

        return scoped(self, user, action)

    def search(self, text):
        """Rows whose search text, or that of a row named by ``through``, has every word of ``text``.

        Each arm is a look-up in one trigram index; an OR over relations would defeat them all.
        """
        rows = self
        for word in text.split()[:SEARCH_WORDS]:
            arms = search_arms(self.model, word)
            if not arms:
                return self.none()
            rows = rows.filter(pk__in=arms[0].union(*arms[1:]) if len(arms) > 1 else arms[0])
        return rows


def search_arms(model, word, depth=2):
    """Key querysets of ``model``, one for each way it can be found by ``word``.

    ``search_through`` of the model names the relations that find it; ``depth`` is how many
    relations on a search still goes.
    """
    plain = model._base_manager
    arms = []
    if isinstance(field_or_none(model, "search_text"), SearchTextField):
        found = models.Q(search_text__contains=Fold(models.Value(word)))
        arms.append(plain.filter(found).order_by().values("pk"))
    for name in getattr(model, "search_through", ()) if depth else ():
        field = model._meta.get_field(name)
        target, key = field.related_model, field.target_field.name
        for arm in search_arms(target, word, depth - 1):
            keys = target._base_manager.filter(pk__in=arm).order_by().values(key)
            arms.append(plain.filter(**{f"{name}__in": keys}).order_by().values("pk"))
    return arms


class ScopedManager(models.Manager.from_queryset(ScopedQuerySet)):
    """Fetches relations of all rows of a result together when one of them is read."""

    use_in_migrations = False

    def get_queryset(self):
        return super().get_queryset().fetch_mode(models.FETCH_PEERS)


__all__ = ["ScopedManager", "ScopedQuerySet", "search_arms"]
