"""The first page of scoped rows, without reading past all the rows that are not in scope.

"The team's, or one of its members'" in the order of a list is served by no index: the database
reads the list from its start until enough rows fit, or sorts all that fit. But the first hundred
of each key are found by an index of their own, (team, created_at, id), and the first hundred of
all are among these. So a short slice of scoped rows looks those up first, and reads their rows.
"""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, Expression, Field, Func, Model, OuterRef, Q, QuerySet
from django.db.models.expressions import ResolvedOuterRef
from django.db.models.lookups import Exact

LONGEST = 1000  # rows from the first to the last of a page that is found so
MOST = 10_000  # rows that are looked at for it


class Reached(Func):
    """The condition of scope: ``arms`` of which one must hold, each a condition on a column.

    An arm is the name of a column, the keys it may have (a list, or what looks them up), and the
    further conditions on the row itself. None where scope cannot be told so.
    """

    template = "(%(expressions)s)"
    output_field = BooleanField()

    def __init__(self, condition: Q, arms: Sequence[tuple[str, Any, Q]] | None) -> None:
        self.arms = arms
        self.is_resolved = False
        super().__init__(condition)

    def resolve_expression(self, *args, **kwargs):
        """Itself, once resolved: Django asks again whenever it makes a statement."""
        if self.is_resolved:
            return self
        found = super().resolve_expression(*args, **kwargs)
        found.is_resolved = True
        return found


class _Here(Expression):
    """Stands in the conditions of a look-up where those of an arm belong."""

    MARK = "/* reach */"
    output_field = BooleanField()

    def as_sql(self, compiler, connection):
        return self.MARK, []


class OnPage(Func):
    """Whether a row is among the first that are in scope, in the order of the list."""

    output_field = BooleanField()

    def __init__(self, reached: Reached, lookup: Any, order: Sequence[tuple[Field, bool]]) -> None:
        self.arms, self.lookup, self.order = reached.arms or (), lookup, order
        super().__init__(lookup.model._meta.pk.get_col(lookup.get_initial_alias()), reached)

    def resolve_expression(self, *args, **kwargs):
        """Itself: it is made of what is resolved."""
        return self

    def as_sql(self, compiler, connection, **context):  # type: ignore[override]
        """SQL and parameters; asks the database for the keys."""
        key, reached = self.get_source_expressions()
        model, limit = self.lookup.model, self.lookup.high_mark
        asked = compiler.query.high_mark
        if asked is None or asked > limit:
            return compiler.compile(reached)  # Django took the slice off, as it does in prefetching
        found, cost = [], 0
        for name, keys, own in self.arms:
            field: Any = model._meta.pk if name == "pk" else model._meta.get_field(name)
            keys = keys if isinstance(keys, list | tuple) else keys.known(connection)
            if keys is None:
                return compiler.compile(reached)
            if keys:
                found.append((field, list(keys), own))
                cost += len(keys) * (1 if field.primary_key else limit)
        if not found:
            raise EmptyResultSet
        if cost > MOST:
            return compiler.compile(reached)
        columns = [f'"o{number}"' for number in range(len(self.order))]
        down = zip(columns, self.order, strict=True)
        order = ", ".join(f"{name} {'DESC' if is_down else 'ASC'}" for name, (_, is_down) in down)
        first, names = f"ORDER BY {order} LIMIT {limit}", ", ".join(columns)
        parts, params = [], []
        every = self._lookup(connection, Q())
        for field, keys, own in found:
            lookup = self._lookup(connection, own) if own else every
            sql, values = self._first_of(connection, field, keys, *lookup)
            parts.append(f"(SELECT * FROM ({sql}) AS arm({names}) {first})")  # noqa: S608
            params += values
        arms = parts[0] if len(parts) == 1 else f"({' UNION ALL '.join(parts)})"
        sql, values = compiler.compile(key)
        return (
            f"{sql} = ANY(ARRAY(SELECT {columns[-1]} FROM (SELECT DISTINCT {names}"  # noqa: S608
            f" FROM {arms} AS arms {first}) AS page))",
            (*values, *params),
        )

    def _lookup(self, connection, own: Q) -> tuple[str, tuple]:
        """The statement for the first rows; the mark stands where the keys of an arm belong."""
        lookup = self.lookup
        if own:
            lookup = lookup.clone()
            lookup.add_q(own)
        return lookup.get_compiler(connection=connection).as_sql()

    def _first_of(
        self, connection, field: Any, keys: list, sql: str, params: tuple
    ) -> tuple[str, list]:
        """The first rows of each key, or of all of them where no index is in this order."""
        quote = connection.ops.quote_name
        column = f"{quote(self.lookup.get_initial_alias())}.{quote(field.column)}"
        kind = field.target_field if field.is_relation else field
        array = f"%s::{kind.db_type(connection)}[]"
        if field.primary_key or not self._in_order(field):
            before, _, after = sql.partition(_Here.MARK)
            place = before.count("%s")
            sql = f"({before}{column} = ANY({array}){after})"
            return sql, [*params[:place], keys, *params[place:]]
        sql = sql.replace(_Here.MARK, f'{column} = "reach"."key"')
        return (
            f'SELECT first.* FROM unnest({array}) AS "reach"("key"), LATERAL ({sql}) AS first',  # noqa: S608
            [keys, *params],
        )

    def _in_order(self, field: Field) -> bool:
        """Whether an index leads by the column and goes on in the order of the list."""
        return order_of_index(self.lookup.model, field, [each for each, _ in self.order])


def order_of_index(model: type[Model], field: Any, order: list[Field]) -> bool:
    """Whether the model declares an index of ``field`` followed by ``order``."""
    wanted = [field.name, *(each.name for each in order)]
    return any(index.fields == wanted and not index.condition for index in model._meta.indexes)


def paged(rows: QuerySet, part: slice) -> QuerySet:
    """``rows`` under a condition that finds ``part`` of them sooner, where there is one.

    The same rows in the same order stand in the slice; none but these can be told of the result.
    """
    query = rows.query
    if part.stop is None or part.step or part.stop > LONGEST or not _is_plain(query):
        return rows
    children = query.where.children
    scope = [child for child in children if _reached(child) is not None]
    order = _order(query)
    if len(scope) != 1 or order is None:
        return rows
    reached: Any = _reached(scope[0])
    if reached.arms is None or not any(
        name != "pk"
        and order_of_index(rows.model, rows.model._meta.get_field(name), _fields(order))
        for name, _, _ in reached.arms
    ):
        return rows
    bare = rows._chain()  # type: ignore[attr-defined]
    bare.query.where.children = [
        child for child in bare.query.where.children if not _reached(child)
    ]
    lookup = bare.query.clone()
    lookup.set_values([field.attname for field, _ in order])
    lookup.add_q(Q(_Here()))
    lookup.clear_ordering(force=True)
    lookup.add_ordering(*(f"{'-' * is_down}{field.attname}" for field, is_down in order))
    lookup.standard_ordering = True  # what was reversed is told by the order itself
    lookup.set_limits(high=part.stop)
    return bare.filter(OnPage(reached, lookup, order))


def _reached(child) -> Reached | None:
    found = child.lhs if isinstance(child, Exact) and child.rhs is True else None
    return found if isinstance(found, Reached) else None


def _is_plain(query: Any) -> bool:
    """Whether nothing but conditions of its own and an order decides which rows are first."""
    where = query.where
    return not (
        where.negated
        or where.connector != "AND"
        or query.is_sliced
        or query.distinct
        or query.combinator
        or query.group_by is not None
        or query.select_for_update
        or query.subquery
        or query.extra
        or query.extra_order_by
        or any(_refers_out(leaf) for leaf in where.leaves())
    )


def _refers_out(condition) -> bool:
    """Whether a condition names a column of a statement around this one."""
    if _reached(condition) or not hasattr(condition, "flatten"):
        return False
    return any(isinstance(part, OuterRef | ResolvedOuterRef) for part in condition.flatten())


def _order(query: Any) -> list[tuple[Field, bool]] | None:
    """Columns of the model itself that rows are ordered by, down or up, the key at the end."""
    options = query.model._meta
    names = query.order_by or (options.ordering if query.default_ordering else ())
    order: list[tuple[Field, bool]] = []
    for name in names:
        if not isinstance(name, str) or name == "?":
            return None
        bare = name.lstrip("-")
        known = {field.name: field for field in options.concrete_fields} | {"pk": options.pk}
        if bare not in known or known[bare].is_relation or bare in query.annotations:
            return None
        order.append((known[bare], name.startswith("-") is query.standard_ordering))
    if not order:
        return None
    fields = _fields(order)
    if options.pk in fields:
        order = order[: fields.index(options.pk) + 1]
    else:
        order.append((options.pk, order[-1][1]))
    return order


def _fields(order: list[tuple[Field, bool]]) -> list[Field]:
    return [field for field, _ in order]
