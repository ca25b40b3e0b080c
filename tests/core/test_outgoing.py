"""Calls to addresses that somebody else gave: only to the open internet, and in time."""

import socket
import ssl
import subprocess
import threading

import pytest

from core import outgoing
from core.outgoing import Refused, Unanswered, addresses_of, is_public, post, target_of
from tests.portal.webhooks.receiver import receiver

INSIDE = [
    "0.0.0.0",
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2001:0:7f00:1::",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "100::1",
]


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_are_known_in_every_guise(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_addresses_outside_are_public(address):
    assert is_public(address)


def resolving(monkeypatch, *answers):
    """Let names resolve to these addresses, one answer after another; the questions asked."""
    asked = []

    def getaddrinfo(host, port, **kwargs):
        found = answers[min(len(asked), len(answers) - 1)]
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    monkeypatch.setattr(outgoing, "getaddrinfo", getaddrinfo)
    return asked


def test_one_address_inside_is_enough_to_refuse(monkeypatch):
    resolving(monkeypatch, ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(Refused):
        addresses_of(target_of("https://hooks.example.com/"))


def test_a_name_that_changes_its_meaning_is_asked_once(monkeypatch):
    """The call goes to the address that was looked at, under the name that was given."""
    with receiver() as hook:
        port = hook.url.split(":")[2].split("/")[0]
        asked = resolving(monkeypatch, ["127.0.0.1"], ["127.0.0.2"])
        answer = post(f"http://hook.test:{port}/in", b"{}", {}, trusted=["hook.test"])
        assert (answer.status, asked) == (204, ["hook.test"])
        assert hook.calls[0][0]["Host"] == f"hook.test:{port}"


def test_nothing_is_sent_to_an_address_inside(monkeypatch):
    with receiver() as hook:
        port = hook.url.split(":")[2].split("/")[0]
        resolving(monkeypatch, ["127.0.0.1"])
        with pytest.raises(Refused):
            post(f"https://hooks.example.com:{port}/in", b"{}", {})
        assert hook.calls == []


def test_a_certificate_that_nobody_vouches_for_ends_the_call(tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    subject = ["-subj", "/CN=localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*made, *subject], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listener = socket.create_server(("127.0.0.1", 0))
    heard = []

    def serve():
        caller, _ = listener.accept()
        try:
            with context.wrap_socket(caller, server_side=True) as safe:
                heard.append(safe.recv(1000))
        except OSError:
            caller.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    port = listener.getsockname()[1]
    with pytest.raises(Unanswered, match="No safe connection"):
        post(f"https://localhost:{port}/", b"secret", {}, trusted=["localhost"])
    thread.join(5)
    listener.close()
    assert b"secret" not in b"".join(heard)


def test_nobody_there_and_no_such_host():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(Unanswered, match="connection failed"):
        post(f"http://127.0.0.1:{port}/", b"", {}, trusted=["127.0.0.1"])


def test_a_long_answer_is_read_only_so_far():
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        caller, _ = listener.accept()
        with caller:
            caller.recv(1000)
            caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
            try:
                for _ in range(100):
                    caller.sendall(b"x" * 100_000)
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    answer = post(url, b"", {}, trusted=["127.0.0.1"])
    listener.close()
    assert len(answer.body) == outgoing.MOST_ANSWER
