"""Names of other rows become keys: each distinct text is looked up once, within reach."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.apps import apps
from django.db import connection

from core.choices import LoadStatus
from core.imports.engine.job import DROP_REFUSED, Job, quoted
from core.imports.engine.match import values_of, work_with_links
from core.imports.resource import Reference
from core.models.fields import Fold, field_or_none

CHUNK = 5_000
SOURCE = "(source)"  # the way by the sender's own ids
MOST_LIKENESSES = 50  # texts for which a likely name is looked for
LIKE_AMONG = 5_000  # rows whose names are compared with them


@dataclass
class Found:
    """text -> key, and text -> (reason, remedy) for the others; ``unclear`` are those of them
    that more than one row answers to."""

    keys: dict[str, str] = field(default_factory=dict)
    refused: dict[str, tuple[str, str]] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)


def asked_texts(name: str) -> list[str]:
    """The distinct texts of a column of the staged rows that are still in."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT converted->>%s FROM import_raw"
            " WHERE load_status = %s AND converted ? %s",
            [name, LoadStatus.LOADED.value, name],
        )
        return [text for (text,) in cursor.fetchall()]


def look_up(actor, column: Reference, texts: list[str], *, has_numbers: bool = False) -> Found:
    """Find the rows that the texts name, within the actor's reach.

    A text that several rows answer to is refused, as is one that none does; the remedy names one
    that is spelled much like it. ``has_numbers``: the sheet has the numbers of its own rows, so
    that it is from here, and a text that can be one of our numbers is.
    """
    field_ = column.model_field
    model = field_.related_model
    target = field_.target_field.attname
    rows = model._base_manager.all()
    if actor is not None:
        rows = model.objects.for_user(actor, "read")
    found = Found()
    missing = _exact(column, rows, target, texts, found, has_numbers)
    for attribute in column.by:
        if missing and field_or_none(model, attribute) is not None and not _is_number(attribute):
            pairs = _folded_pairs(rows, attribute, target, missing)
            missing = _sort(pairs, missing, found, model, _folded(missing).get)
    _refuse_unknown(model, rows, column.by, missing, found)
    return found


def _exact(column: Reference, rows, target, texts, found: Found, has_numbers: bool) -> list[str]:
    """Find what is named to the letter: under the sender's own ids, then by each attribute.

    Ids and numbers of others may look like ours: a text that is one of them for one row and a
    code or a name for another is not clear. Gives what is left to look for.
    """
    ways = {attribute: _pairs(rows, attribute, target, texts) for attribute in column.by}
    if column.source:
        ways = {SOURCE: _source_pairs(column, rows, texts), **ways}
    if has_numbers:
        ways = dict(sorted(ways.items(), key=lambda way: not _is_number(way[0])))
    missing = texts
    for way, pairs in ways.items():
        before = missing
        missing = _sort(pairs, missing, found, rows.model, str)
        if way != SOURCE and (has_numbers or not _is_number(way)):
            continue
        others = [pair for other in ways if not _is_number(other) for pair in ways[other]]
        _contest(others, set(before) - set(missing), found, rows.model)
    return missing


def _contest(pairs, texts: set[str], found: Found, model) -> None:
    """Of the texts just found, refuse those that are something else of another row."""
    single = model._meta.verbose_name
    for text, key in pairs:
        if text in texts and found.keys.get(text, key) != key:
            del found.keys[text]
            found.unclear.add(text)
            found.refused[text] = (
                f"This is the number or id of one {single} and the code or name of another.",
                f"Name the {single} otherwise: by its code or name if this is its number.",
            )


def _is_number(attribute: str) -> bool:
    return attribute.rpartition("__")[2] == "number"


def _chunks(texts: list[str]) -> Iterable[list[str]]:
    return (texts[start : start + CHUNK] for start in range(0, len(texts), CHUNK))


def _pairs(rows, attribute, target, texts) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for chunk in _chunks(texts):
        found = rows.filter(**{f"{attribute}__in": chunk}).values_list(attribute, target)
        pairs += [(str(text), str(key)) for text, key in found.order_by()]
    return pairs


def _folded(texts: list[str]) -> dict[str, str]:
    """text -> as searches compare it; asked of the database, whose rule it is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT t, core.fold(t) FROM unnest(%s::text[]) AS t", [texts])
        return dict(cursor.fetchall())


def _folded_pairs(rows, attribute, target, texts) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    folded = rows.annotate(import_folded=Fold(attribute)).order_by()
    for chunk in _chunks(sorted(set(_folded(texts).values()))):
        found = folded.filter(import_folded__in=chunk).values_list("import_folded", target)
        pairs += [(text, str(key)) for text, key in found]
    return pairs


def _sort(pairs, missing, found: Found, model, spelled) -> list[str]:
    """Take in what was found; what is left to look for."""
    keys: dict[str, set[str]] = {}
    for text, key in pairs:
        keys.setdefault(text, set()).add(key)
    left = []
    for text in missing:
        hits = keys.get(spelled(text) or "", set())
        if len(hits) == 1:
            found.keys[text] = next(iter(hits))
        elif hits:
            found.unclear.add(text)
            plural = model._meta.verbose_name_plural
            found.refused[text] = (
                f"{len(hits)} {plural} answer to this.",
                "Give its number or code instead.",
            )
        else:
            left.append(text)
    return left


def _source_pairs(column: Reference, rows, texts) -> list[tuple[str, str]]:
    """Under the sender's own ids: where earlier imports put those rows."""
    label, link = column.source or ("", "")
    staged = apps.get_model(label)
    known = staged._base_manager.filter(load_status=LoadStatus.MERGED, **{f"{link}__in": rows})
    pairs: list[tuple[str, str]] = []
    for chunk in _chunks(texts):
        keys = known.filter(source_id__in=chunk).order_by().values_list("source_id", link)
        pairs += [(text, str(key)) for text, key in keys]
    return pairs


def _label(model, path: str) -> str:
    """What an attribute, or one of a row behind it, is called: "company", "vendor number"."""
    *behind, name = path.split("__")
    found = field_or_none(model, path)
    if found is not None:
        return str(found.verbose_name)
    near = ""
    if behind and not name.startswith(("full", "display")):
        near = behind[-1].removesuffix("s") + " "
    return near + name.replace("_", " ")


def _refuse_unknown(model, rows, by, missing, found: Found) -> None:
    single = model._meta.verbose_name
    named = " or ".join(_label(model, attribute) for attribute in by)
    names: list[str] = []
    for attribute in by if missing else ():
        if not _is_number(attribute):
            names += [str(t) for t in rows.values_list(attribute, flat=True)[:LIKE_AMONG] if t]
    for at, text in enumerate(missing):
        like = difflib.get_close_matches(text, names, n=1) if at < MOST_LIKENESSES else []
        remedy = f"Did you mean {like[0]}?" if like else f"Add the {single} first, or correct it."
        found.refused[text] = (f"There is no {single} with this {named} that you may see.", remedy)


def resolve(job: Job, cursor) -> None:
    """Look up every reference of the sheet; a table ``import_ref_<column>`` keeps each."""
    for name, column in job.written_columns.items():
        if not isinstance(column, Reference):
            continue
        job.report(f"Looking up {column.model_field.verbose_name}", 0)
        found = look_up(job.actor, column, asked_texts(name), has_numbers=job.has_numbers)
        table = quoted(f"import_ref_{name}")
        kind = column.model_field.db_type(connection)
        cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{table}")
        cursor.execute(
            f"CREATE TEMP TABLE {table} ON COMMIT DROP AS"
            f" SELECT * FROM unnest(%s::text[], %s::{kind}[]) AS r(text, key)",
            [list(found.keys), list(found.keys.values())],
        )
        if found.refused and not column.is_inward:
            texts = list(found.refused)
            cursor.execute(
                "INSERT INTO import_refused"
                " SELECT s.source_row, %s, bad.text, bad.reason, bad.remedy"
                " FROM import_raw s"
                " JOIN unnest(%s::text[], %s::text[], %s::text[]) AS bad(text, reason, remedy)"
                "   ON bad.text = s.converted->>%s"
                " WHERE s.load_status = %s",
                [
                    job.headings[name],
                    texts,
                    [found.refused[t][0] for t in texts],
                    [found.refused[t][1] for t in texts],
                    name,
                    LoadStatus.LOADED.value,
                ],
            )


def resolve_inward(job: Job, cursor, part: str, table: str) -> None:
    """Names of rows that the same sheet brings: a member's manager two lines below.

    ``table`` holds the keys that the part's rows have or will have. What leads nowhere is refused.
    """
    values = values_of(job, part)
    for name, column in job.written_columns.items():
        if not isinstance(column, Reference) or column.part != part or not column.is_inward:
            continue
        key, text = quoted(f"c_{name}"), quoted(f"t_{name}")
        # The sheet's own rows before those of the list, also where two of them bear the name; and
        # of the attributes the first has the last word.
        for attribute in reversed(column.by):
            if attribute not in values:
                continue
            cursor.execute(
                f"UPDATE import_work w SET {key} = f.id FROM ("
                f"  SELECT core.fold({values[attribute]}) AS folded,"
                "    CASE WHEN count(DISTINCT p.id) = 1 THEN min(p.id::text)::uuid END AS id"
                f"  FROM {work_with_links(job, part)} JOIN {table} p ON p.row = w.row"
                f"  WHERE {values[attribute]} IS NOT NULL"
                "   GROUP BY 1"
                f") f WHERE f.folded = core.fold(w.{text})"
            )
        single = column.model_field.related_model._meta.verbose_name
        cursor.execute(
            f"INSERT INTO import_refused SELECT row, %s, {text}, %s, %s FROM import_work"
            f" WHERE {text} IS NOT NULL AND {key} IS NULL",
            [
                job.headings[name],
                f"Neither the sheet nor the list has exactly one {single} of this name.",
                "Correct the name, or give a number.",
            ],
        )
    cursor.execute(DROP_REFUSED)
