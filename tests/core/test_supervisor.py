"""`manage.py run` keeps its children: real processes, started again and stopped."""

import os
import signal
import sys
import threading
import time

import pytest

from core.management import supervisor as module
from core.management.supervisor import Supervisor


@pytest.fixture
def said():
    return []


@pytest.fixture
def supervisor(said):
    with Supervisor(say=said.append, provide=lambda: said.append("provided")) as supervisor:
        yield supervisor


def python(code):
    return [sys.executable, "-c", code]


def test_child_that_ends_is_started_again_after_growing_pauses(supervisor, said, tmp_path):
    log = tmp_path / "starts"
    child = supervisor.keep(
        "worker", python(f"open({str(log)!r}, 'a').write('x'); raise SystemExit(1)")
    )
    assert supervisor.wait(lambda: log.exists() and len(log.read_text()) >= 3)
    assert "The worker ended (code 1); starting it again in 0.5 s." in said
    assert "The worker ended (code 1); starting it again in 1 s." in said
    assert child.pause >= 2


def test_pauses_begin_anew_after_a_long_life(monkeypatch, supervisor):
    child = supervisor.keep("worker", python("pass"))
    child.process.wait()
    child.pause = module.LAST_PAUSE
    monkeypatch.setattr(module, "WELL_AFTER", -1)
    child.look_after()
    assert child.pause == 2 * module.FIRST_PAUSE


def test_what_children_need_is_seen_to_again_and_again(monkeypatch, supervisor, said):
    monkeypatch.setattr(module, "ROUNDS", 0.1)
    assert supervisor.wait(lambda: said.count("provided") >= 2)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_stops_every_child(said, number):
    with Supervisor(say=said.append) as supervisor:
        children = [supervisor.keep("sleeper", python("import time; time.sleep(60)"))] * 2
        threading.Timer(0.3, os.kill, (os.getpid(), number)).start()
        assert supervisor.wait() is False
    assert [child.process.returncode for child in children] == [-signal.SIGTERM] * 2
    assert said == []


def test_child_that_ignores_the_request_is_killed(monkeypatch, said):
    monkeypatch.setattr(module, "GRACE", 0.3)
    stubborn = (
        "import signal, time; signal.signal(15, signal.SIG_IGN); print(flush=True); time.sleep(60)"
    )
    with Supervisor(say=said.append) as supervisor:
        child = supervisor.keep("worker", python(stubborn))
        time.sleep(0.5)
    assert child.process.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help is Linux's")
def test_children_end_when_their_supervisor_is_killed(tmp_path):
    note = tmp_path / "pid"
    code = (
        "from core.management.supervisor import Supervisor\n"
        "with Supervisor(say=print) as supervisor:\n"
        f"    child = supervisor.keep('x', [{sys.executable!r}, '-c', 'import time; time.sleep(60)'])\n"
        f"    open({str(note)!r}, 'w').write(str(child.process.pid))\n"
        "    supervisor.wait()\n"
    )
    parent = module.subprocess.Popen(python(code))
    until(lambda: note.exists() and note.read_text())
    child = int(note.read_text())
    parent.kill()
    parent.wait()
    until(lambda: not _runs(child))


def until(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.05)


def _runs(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
