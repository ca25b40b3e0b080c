"""A real web server that receives webhooks, for tests."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Receiver:
    """What came in; ``answer`` decides the status (and may sleep, or raise to hang up)."""

    url: str = ""
    calls: list[tuple[dict, bytes]] = field(default_factory=list)
    answer: Callable[[dict, bytes], int] = lambda headers, body: 204
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def bodies(self) -> list[bytes]:
        """The bodies, in the order in which they came."""
        return [body for _, body in self.calls]


@contextmanager
def receiver(**kwargs) -> Iterator[Receiver]:
    """A server on a free port of this machine, until the block ends."""
    kept = Receiver(**kwargs)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.calls.append((dict(self.headers), body))
            status = kept.answer(dict(self.headers), body)
            self.send_response(status)
            for name, value in kept.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    kept.url = f"http://127.0.0.1:{server.server_port}/hook"
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()
