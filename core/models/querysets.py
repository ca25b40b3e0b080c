"""The queryset of every model: scoped by person, searched by its search text."""

import re

from django.db import models
from django.db.models import QuerySet

from core.models.expressions import Among, Unindexed
from core.models.fields import Fold, SearchTextField, field_or_none
from core.models.sealed import sealed_match

SEARCH_WORDS = 8  # words of a search beyond these are ignored: each costs an index scan
FEW_ROWS = 1000  # in which further words are looked for row by row
FEW_KEYS = 50_000  # of related rows that a search looks up by index; of more it joins tables
# What a trigram index can find in the middle of a text: three letters or digits in a row. In
# scripts of syllables and ideographs two are a word, and are looked for without an index.
FRAGMENT = re.compile(r"[^\W_]{3}|[\u2e80-\uffff]")
FOLDED_AWAY = str.maketrans("", "", "ʻ‘’`'")


class ScopedQuerySet(QuerySet):
    """``for_user`` is the one door to rows a person may reach."""

    def for_user(self, user, action="read"):
        """Rows on which ``user`` may do ``action`` (read, create, write, delete, export …).

        The model's policy decides; a model without one gives nothing.
        """
        from core.permissions.scoping import scoped

        return scoped(self, user, action)

    def __getitem__(self, k):
        """A row or a slice; the first page of scoped rows is found by the keys of its scope."""
        from core.permissions.paging import paged

        is_page = isinstance(k, slice) and self._result_cache is None
        return super(ScopedQuerySet, paged(self, k) if is_page else self).__getitem__(k)

    def search(self, text, reader=None):
        """Rows whose own search text, or that of a row named by ``search_through``, has every
        word of ``text``. Related rows count where ``reader`` may read them; all do without one.

        A word is found as a fragment of others; one of one or two letters, which no trigram
        index serves, as a word of its own. The whole of a sealed number finds it, no part does.
        """
        exact = sealed_match(self.model, text)
        if exact is not None:
            keys = list(self.filter(exact).order_by().values_list("pk", flat=True)[:FEW_ROWS])
            if keys:
                return self.filter(Among("pk", keys))
        rows = self
        words = sorted(text.split()[:SEARCH_WORDS], key=len, reverse=True)
        for word in words:
            found = found_by(self.model, word, reader=reader)
            if found is None:
                return self.none()
            rows = rows.filter(found)
            if word is words[0] and len(words) > 1:
                keys = (
                    self.model._base_manager.filter(found).order_by().values_list("pk", flat=True)
                )
                keys = list(keys[: FEW_ROWS + 1])
                if (
                    len(keys) <= FEW_ROWS
                ):  # the longest word leaves so few that they are gone through
                    rest = [has_word(self.model, other, reader=reader) for other in words[1:]]
                    return self.filter(Among("pk", keys), *rest)
        return rows

    def found_first(self):
        """The same rows in the same order, all found before they are sorted.

        For conditions that few rows meet. Left alone, the database may walk through the whole
        table in the order asked for, expecting to meet a page of them early on.
        """
        order = []
        for name in self.query.order_by or self.model._meta.ordering:
            field = field_or_none(self.model, name.lstrip("-")) if isinstance(name, str) else None
            if name not in ("pk", "-pk") and (field is None or field.is_relation):
                return self
            order.append(Unindexed(name.lstrip("-")).desc() if name[0] == "-" else Unindexed(name))
        return self.order_by(*order)


def found_by(model, word, depth=2, known=None, reader=None) -> models.Q | None:
    """The condition on rows of ``model`` under which ``word`` finds them; None if nothing can.

    Keys of related rows are looked up first, each set by its own trigram index: that leaves
    conditions on columns of the model, for which the database knows how many rows to expect.
    Joins, or an OR over relations, would have it read whole tables. ``depth`` is how many
    relations on the search goes.
    """
    known = {} if known is None else known  # several relations may lead to the same table
    either, wide = [], []
    if isinstance(field_or_none(model, "search_text"), SearchTextField):
        either.append(_in_own_text(word))
    for name in getattr(model, "search_through", ()) if depth else ():
        field = model._meta.get_field(name)
        place = (field.related_model, field.target_field.name, depth)
        if place not in known:
            known[place] = _related_keys(*place, word, known, reader)
        keys = known[place]
        if isinstance(keys, list):
            either += [models.Q(Among(name, keys))] if keys else []
        elif keys is not None:
            wide.append(models.Q((f"{name}__in", keys)))
    if either:
        either = [models.Q(*either, _connector=models.Q.OR)]
    if not wide:
        return either[0] if either else None
    arms = [model._base_manager.filter(q).order_by().values("pk") for q in (*either, *wide)]
    return models.Q(pk__in=arms[0].union(*arms[1:]) if len(arms) > 1 else arms[0])


def has_word(model, word, depth=2, reader=None) -> models.Q:
    """The same condition as ``found_by`` gives, to be asked of rows already found."""
    either = models.Q()
    if isinstance(field_or_none(model, "search_text"), SearchTextField):
        either |= _in_own_text(word)
    for name in getattr(model, "search_through", ()) if depth else ():
        field = model._meta.get_field(name)
        key = models.Q((field.target_field.name, models.OuterRef(name)))
        related = _read_by(reader, field.related_model).filter(
            key, has_word(field.related_model, word, depth - 1, reader)
        )
        either |= models.Q(models.Exists(related))
    return either or models.Q(pk__in=[])


def _related_keys(model, key, depth, word, known, reader):
    """The keys of rows that ``word`` finds: a list, or a queryset where they are too many.

    Such a queryset must stand in an ``IN`` by itself, which becomes a join. As one arm of an OR
    the database may run it anew for each row.
    """
    found = found_by(model, word, depth - 1, known, reader)
    if found is None:
        return None
    rows = _read_by(reader, model).filter(found).order_by().values_list(key, flat=True)
    keys = list(rows[: FEW_KEYS + 1])
    return rows if len(keys) > FEW_KEYS else keys


def _read_by(reader, model):
    """The rows of a related table that a search may tell of."""
    if reader is None:
        return model._base_manager.all()
    return model._default_manager.for_user(reader, "read").order_by()


def _in_own_text(word: str) -> models.Q:
    if FRAGMENT.search(word.translate(FOLDED_AWAY)):
        return models.Q(search_text__contains=_folded(word))
    return models.Q(
        models.Q(search_text__contains=_folded(f" {word} ")),
        models.Q(search_text__startswith=_folded(f"{word} ")),
        models.Q(search_text__endswith=_folded(f" {word}")),
        models.Q(search_text=_folded(word)),
        _connector=models.Q.OR,
    )


def _folded(words: str) -> Fold:
    return Fold(models.Value(words))


class ScopedManager(models.Manager.from_queryset(ScopedQuerySet)):
    """Fetches relations of all rows of a result together when one of them is read."""

    use_in_migrations = False

    def get_queryset(self):
        return super().get_queryset().fetch_mode(models.FETCH_PEERS)


__all__ = ["ScopedManager", "ScopedQuerySet", "found_by"]
