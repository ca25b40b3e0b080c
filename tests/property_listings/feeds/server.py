"""A real web server that hands out calendars, for tests."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Served:
    """What was asked; ``answer`` gets the handler and writes what it likes."""

    url: str = ""
    asked: list[tuple[str, dict]] = field(default_factory=list)
    answer: Callable[[BaseHTTPRequestHandler], None] = lambda handler: None


def plain(body: bytes, status: int = 200, **headers: str):
    """An answer with that body."""

    def answer(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@contextmanager
def serving(answer) -> Iterator[Served]:
    """A server on a free port of this machine, until the block ends."""
    kept = Served(answer=answer)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            kept.asked.append((self.path, dict(self.headers)))
            try:
                kept.answer(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    kept.url = f"http://127.0.0.1:{server.server_port}/ical/s3cr3t-t0k3n.ics"
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()
