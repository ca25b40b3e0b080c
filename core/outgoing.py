"""Calls to other people's servers: to public addresses alone, within a time, once.

Who gives the address may mean a machine inside (a database, the cloud's metadata service). So the
name is resolved here, every address it has must be public, and the connection goes to the address
that was looked at, not to what the name means a moment later. Redirects are answers, not orders.
"""

import http.client
import re
import ssl
import threading
import time
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from socket import SHUT_RDWR, SOCK_STREAM, create_connection, gaierror, getaddrinfo, socket
from urllib.parse import urljoin, urlsplit

from django.utils.encoding import iri_to_uri

MOST_ANSWER = 64 * 1024  # bytes of an answer that are read
LONGEST_URL = 2000
# Public by number, but answered by the cloud that the machine stands in.
CLOUD_INSIDE = {ip_address("168.63.129.16")}


class Refused(ValueError):
    """An address that is not called; the text says why, to people."""


class Unanswered(Exception):
    """A call that got no answer: no such host, no connection, too slow; the text says which."""


class TooLarge(Unanswered):
    """An answer with more bytes than are taken."""


@dataclass(frozen=True)
class Target:
    """Where a call goes, as its URL says."""

    scheme: str
    host: str
    port: int
    path: str


@dataclass(frozen=True)
class Answer:
    """What came back; of a long body its start."""

    status: int
    body: bytes
    headers: Mapping[str, str]


def target_of(url: str, *, trusted: Collection[str] = (), plain: bool = False) -> Target:
    """The parts of a URL that may be called; raises ``Refused`` for any other.

    ``trusted`` names hosts that may stand inside and speak plain http; ``plain`` lets all do so.
    """
    if len(url) > LONGEST_URL:
        raise Refused(f"The address is longer than {LONGEST_URL} characters.")
    if any(char <= " " or char in "\\\x7f" for char in url):
        raise Refused("The address holds blanks, backslashes or characters that are no text.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        name = host if ":" in host else host.encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise Refused("This is no address of a web server.") from error
    if not name or "%" in name:
        raise Refused("The address names no host.")
    if parts.username is not None or parts.password is not None:
        raise Refused("The address holds a user name or password. Leave it out.")
    if parts.scheme not in ("https", "http"):
        raise Refused("The address must begin with https://.")
    if parts.scheme == "http" and not plain and host not in trusted:
        raise Refused("The address must begin with https://: what is sent is for its owner alone.")
    if port == 0:
        raise Refused("The address names no port that there is.")
    path = iri_to_uri(parts.path or "/") + (f"?{iri_to_uri(parts.query)}" if parts.query else "")
    return Target(parts.scheme, name, port or {"https": 443, "http": 80}[parts.scheme], path)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, whatever it is wrapped in."""
    ip = ip_address(address.partition("%")[0])
    inner: IPv4Address | None = None
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip.is_site_local:
            return False
    if inner is not None:
        return is_public(str(inner))
    inside = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip in CLOUD_INSIDE
    return ip.is_global and not inside


def addresses_of(target: Target, *, trusted: Collection[str] = ()) -> list[str]:
    """The IP addresses of the target's host; ``Refused`` where one of them is not public."""
    try:
        found = getaddrinfo(target.host, target.port, type=SOCK_STREAM)
    except (gaierror, UnicodeError, OSError) as error:
        raise Unanswered(f"There is no host {target.host}.") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if target.host not in trusted:
        for address in addresses:
            if not is_public(address):
                raise Refused(f"{target.host} is not on the open internet.")
    return addresses


def get(
    url: str,
    headers: Mapping[str, str],
    *,
    seconds: float = 10.0,
    most: int = MOST_ANSWER,
    redirects: int = 3,
    trusted: Collection[str] = (),
    plain: bool = False,
) -> Answer:
    """What stands at the URL, whole: at most ``most`` bytes, also once it is unpacked.

    Each redirect is an address to be looked at like the first; none leads from https to http, and
    there are at most ``redirects``. ``seconds`` are for all of it, however slowly bytes come.
    Raises ``Refused``, ``Unanswered`` and ``TooLarge``, whose texts never hold the URL. Hosts that
    are numbers, in whatever guise, are refused.
    """
    ends = time.monotonic() + seconds
    for _ in range(redirects + 1):
        target = target_of(url, trusted=trusted, plain=plain)
        if target.host not in trusted and is_number(target.host):
            raise Refused("The address must name its host, not give a number.")
        answer = _get(target, headers, ends, seconds, most, trusted)
        if answer.status not in (301, 302, 303, 307, 308):
            return answer
        url = urljoin(url, answer.headers.get("Location", ""))
        if target.scheme == "https" and not url.lower().startswith("https:"):
            raise Refused("The server leads on from https to an address that is not safe.")
    raise Refused(f"The server led on more than {redirects} times.")


def _get(target, headers, ends, seconds, most, trusted) -> Answer:
    call = _Call(target, addresses_of(target, trusted=trusted), ends)
    with _calling(call, ends, seconds):
        call.request("GET", target.path, None, {**headers, "Accept-Encoding": "gzip"})
        response = call.getresponse()
        sent = response.read(most + 1)
        if len(sent) > most:
            raise TooLarge(f"The answer is larger than {most:,} bytes.")
        if response.length:
            raise http.client.IncompleteRead(sent)
        if call.is_late:  # the end of what came in time looks like the end of the answer
            raise TimeoutError
        found = {name.title(): value for name, value in response.headers.items()}
        packed = response.headers.get("Content-Encoding", "").strip().lower()
        return Answer(response.status, _unpacked(sent, packed, most), found)


def _unpacked(sent: bytes, packed: str, most: int) -> bytes:
    """The bytes as they were before they were packed; never more than ``most`` are made."""
    if packed in ("", "identity") or not sent:
        return sent
    if packed not in ("gzip", "x-gzip"):
        raise Unanswered("The answer is packed in a way that was not asked for.")
    opener = zlib.decompressobj(wbits=31)
    try:
        body = opener.decompress(sent, most + 1)
    except zlib.error as error:
        raise Unanswered("The answer is packed wrongly.") from error
    if len(body) > most:
        raise TooLarge(f"The answer is larger than {most:,} bytes.")
    if not opener.eof:
        raise Unanswered("The answer is cut off.")
    return body


def is_number(host: str) -> bool:
    """Whether a host is an IP address however written: 127.0.0.1, 2130706433, 0x7f.1, [::1]."""
    return (
        ":" in host
        or re.fullmatch(r"(?:0x[0-9a-f]*|\d+)", host.rstrip(".").rpartition(".")[2], re.I)
        is not None
    )


def post(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    seconds: float = 10.0,
    trusted: Collection[str] = (),
    plain: bool = False,
) -> Answer:
    """Send ``body`` to the URL and give the answer, whatever its status.

    Raises ``Refused`` before anything is sent, and ``Unanswered`` when ``seconds`` are over (for
    the whole call, however slowly bytes trickle in) or the connection fails.
    """
    target = target_of(url, trusted=trusted, plain=plain)
    addresses = addresses_of(target, trusted=trusted)
    call = _Call(target, addresses, time.monotonic() + seconds)
    with _calling(call, call.deadline, seconds):
        call.request("POST", target.path, body, dict(headers))
        response = call.getresponse()
        return Answer(response.status, response.read(MOST_ANSWER), dict(response.headers))


@contextmanager
def _calling(call: "_Call", ends: float, seconds: float) -> Iterator[None]:
    """A call that ends at ``ends`` (monotonic); its faults as ``Unanswered``."""
    watch = threading.Timer(max(0.0, ends - time.monotonic()), call.give_up)
    watch.daemon = True
    watch.start()
    try:
        yield
    except (OSError, http.client.HTTPException, ValueError) as error:
        if call.is_late or isinstance(error, TimeoutError):
            raise Unanswered(f"No answer within {seconds:g} s.") from error
        if isinstance(error, ssl.SSLError):
            reason = getattr(error, "verify_message", "") or error.reason or "TLS failed"
            raise Unanswered(f"No safe connection: {reason}.") from error
        said = getattr(error, "strerror", None) or type(error).__name__
        raise Unanswered(f"The connection failed: {said}.") from error
    finally:
        watch.cancel()
        call.close()


class _Call(http.client.HTTPConnection):
    """A connection to addresses that were looked at; the host's name serves for TLS and Host."""

    def __init__(self, target: Target, addresses: list[str], deadline: float) -> None:
        super().__init__(target.host, target.port)
        self.is_safe = target.scheme == "https"
        self.default_port = 443 if self.is_safe else 80
        self.addresses, self.deadline = addresses, deadline
        self.is_late = False
        self.wire: socket | None = None

    def connect(self) -> None:
        """Connect to the first of the addresses that answers."""
        for position, address in enumerate(self.addresses, start=1):
            left = self.deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            try:
                wire = create_connection((address, self.port), timeout=left)
                break
            except OSError:
                if position == len(self.addresses):
                    raise
        self.wire = self.sock = wire
        if self.is_safe:
            self.sock = _tls().wrap_socket(wire, server_hostname=self.host)

    def give_up(self) -> None:
        """End the call from another thread: its time is over."""
        self.is_late = True
        for sock in (self.wire, self.sock):
            if sock is not None:
                with suppress(OSError):
                    sock.shutdown(SHUT_RDWR)


@cache
def _tls() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
