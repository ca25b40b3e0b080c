"""Lists of the API through every layer, against bare WSGI + psycopg + orjson of the same rows."""

import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from urllib.parse import urlencode

import orjson
from django.core.wsgi import get_wsgi_application
from django.db import connection

from benchmarks.measure import Line, best
from benchmarks.rows import MANAGER
from core.api.compiled import Plan, plan_of
from core.api.reading import serializer_for
from core.api.shapes import shape_asked
from portal.models import User
from portal.services.sessions import session_start
from reservations.api.reservations import ReservationResource
from reservations.models import Reservation

ADDRESS = "/api/v1/reservations/reservations/"
EXPAND = "property.resort,guest,booking_source"
# What a list of stays shows: 12 columns, and the four rows around each.
CHOSEN = (
    "id,number,property,guest,booking_source,check_in_date,check_out_date,nights,adults,status,"
    "payment_status,gross_total,amount_paid,created_at,updated_at"
)
RATIO = 1.5


def lines(scratch) -> Iterator[Line]:
    """100 and 1,000 stays with property, resort, guest and platform, by an office manager.

    Ours goes through all middleware, checks the token's session and asks for the roles. The floor
    sends the same statements, for no program may answer without asking who calls; what it takes
    without that stands in the note.
    """
    user = User.objects.get(email=MANAGER)
    token = session_start(user=user, device_type="api_client").access
    raw = scratch.connect()
    for name, fields in (("15 fields", CHOSEN), ("all fields", None)):
        for size in (100, 1000):
            params = {"expand": EXPAND, "page_size": str(size)}
            if fields:
                params["fields"] = fields
            ours = Caller(get_wsgi_application(), params, token)
            plan = plan_of(serializer_for(shape_asked(ReservationResource, params)))
            statements = sent_by(ours)
            checked = Caller(bare(raw, plan, size, statements[:-1]), params, token)
            unchecked = Caller(bare(raw, plan, size, []), params, token)
            body, same = orjson.loads(ours()), orjson.loads(checked())
            assert body["results"] == same["results"], "not the same rows"
            unchecked_ms, floor_ms, ours_ms = best(unchecked, checked, ours, times=25)
            yield Line(
                f"{size:,} stays with four rows each, {name}",
                ours_ms,
                floor_ms,
                goal=RATIO,
                queries=len(statements),
            )
            yield Line("… against a floor that lets anybody in", ours_ms, unchecked_ms)


def sent_by(call: Callable) -> list[tuple[str, object]]:
    """The statements of one call, with their parameters."""
    statements = []

    def kept(execute, sql, params, many, context):
        statements.append((str(sql), params))
        return execute(sql, params, many, context)

    call()
    with connection.execute_wrapper(kept):
        call()
    return statements


class Caller:
    """Calls a WSGI application as a server does."""

    def __init__(self, application: Callable, params: dict[str, str], token: str) -> None:
        self.application = application
        self.environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": ADDRESS,
            "QUERY_STRING": urlencode(params),
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost",
            "HTTP_AUTHORIZATION": f"Bearer {token}",
            "wsgi.url_scheme": "http",
            "wsgi.errors": io.StringIO(),
        }

    def __call__(self) -> bytes:
        """The body; raises AssertionError for any answer but 200."""
        said: list[str] = []
        answer = self.application(
            {**self.environ, "wsgi.input": io.BytesIO()},
            lambda status, _headers: said.append(status),
        )
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        assert said[0].startswith("200"), (said, body[:300])
        return body


def bare(raw, plan: Plan, size: int, before: list) -> Callable:
    """The least that gives the same rows: the statements ``before``, that of the rows,
    dictionaries, JSON."""
    rows = Reservation._base_manager.order_by("-id").values_list(*plan.columns)[: size + 1]
    sql, params = rows.query.sql_with_params()

    def document(plan: Plan, row, start: int) -> dict:
        made = dict(zip(plan.names, row[start : start + plan.width], strict=True))
        for name, place, inner in plan.nested:
            made[name] = None if row[place] is None else document(inner, row, inner.start)
        return made

    def application(environ, start_response):
        for statement in before:
            raw.execute(*statement).fetchall()
        fetched = raw.execute(sql, params).fetchall()[:size]
        page = {"results": [document(plan, row, 0) for row in fetched]}
        body = orjson.dumps(page, default=plain, option=orjson.OPT_UTC_Z)
        start_response("200 OK", [("Content-Type", "application/json")])
        return [body]

    return application


def plain(value) -> str:
    """A decimal as text."""
    assert isinstance(value, Decimal)
    return str(value)
