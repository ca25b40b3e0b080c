"""``pgtrigger.ignore()`` puts "table:trigger" in an array literal, where a schema's quote is an error.

PostgreSQL swallows the malformed literal and the triggers still fire. The bare trigger id, which
pgtrigger also adds, is enough; so the quoted ones are left out.
"""

import contextlib

from pgtrigger import runtime


def install():
    """Replace pgtrigger's setter once."""
    original = runtime._set_ignore_state
    if getattr(original, "knows_schemas", False):
        return

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
