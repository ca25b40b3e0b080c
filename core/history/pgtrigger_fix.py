"""Two corrections of pgtrigger, for tables in schemas and for large transactions.

``pgtrigger.ignore()`` puts "table:trigger" in an array literal, where a schema's quote is an error.
PostgreSQL swallows the malformed literal and the triggers still fire. The bare trigger id, which
pgtrigger also adds, is enough; so the quoted ones are left out.

Each trigger first asks whether it is ignored, and the question raises and catches an exception.
The subtransaction behind that costs time in proportion to the deferred constraint checks that
wait, a foreign key of a row each: 200,000 rows through COPY had not ended after 400 s. Asked
without an exception, the same rows took 20 to 45 s.
"""

import contextlib
import re

from pgtrigger import runtime
from pgtrigger.compiler import UpsertTriggerSql

CATCHING = re.compile(
    r"BEGIN\s+SELECT INTO _pgtrigger_ignore\s+CURRENT_SETTING\('pgtrigger\.ignore'\);"
    r"\s+EXCEPTION WHEN OTHERS THEN\s+END;"
)
ASKING = "_pgtrigger_ignore := NULLIF(CURRENT_SETTING('pgtrigger.ignore', true), '');"


def install():
    """Put both corrections in place, once."""
    if getattr(runtime._set_ignore_state, "knows_schemas", False):
        return
    _ignore_by_id()
    _ask_without_exception()


def _ignore_by_id():
    original = runtime._set_ignore_state

    @contextlib.contextmanager
    def _set_ignore_state(model, trigger):
        with original(model, trigger):
            quoted = {uri for uri in runtime._ignore.value if '"' in uri}
            runtime._ignore.value -= quoted
            try:
                yield
            finally:
                runtime._ignore.value |= quoted

    _set_ignore_state.knows_schemas = True  # type: ignore[attr-defined]
    runtime._set_ignore_state = _set_ignore_state


def _ask_without_exception():
    original = UpsertTriggerSql.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.data, found = CATCHING.subn(ASKING, self.data)
        if not found:
            raise RuntimeError("pgtrigger's template is another one: look at this correction anew.")

    UpsertTriggerSql.__init__ = __init__  # type: ignore[method-assign]
