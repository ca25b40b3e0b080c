"""Child processes kept running until told to stop."""

import ctypes
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

#: Seconds before a child that ended is started again: doubled each time, up to the last.
FIRST_PAUSE, LAST_PAUSE = 0.5, 30.0
#: A child that lived this many seconds was well: its next pause is the first one again.
WELL_AFTER = 60.0
#: Seconds between two looks at what the children need.
ROUNDS = 2.0
#: Seconds between asking a child to stop and killing it.
GRACE = 10.0


class Child:
    """One program, started again with growing pauses when it ends by itself."""

    def __init__(self, name: str, command: Sequence[str], folder: Path | None = None) -> None:
        self.name = name
        self.command = list(command)
        self.folder = folder
        self.pause = FIRST_PAUSE
        self.due_at: float | None = None
        self.start()

    def start(self) -> None:
        """Start the program. Ctrl-C in the terminal reaches only us, who stop it in order."""
        self.began_at = time.monotonic()
        self.due_at = None
        self.process = subprocess.Popen(
            self.command,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )

    def look_after(self) -> str | None:
        """Start the program again once its pause is over; what happened, when it has just ended."""
        now = time.monotonic()
        if self.due_at is None:
            code = self.process.poll()
            if code is None:
                return None
            if now - self.began_at > WELL_AFTER:
                self.pause = FIRST_PAUSE
            self.due_at = now + self.pause
            said = f"The {self.name} ended (code {code}); starting it again in {self.pause:g} s."
            self.pause = min(self.pause * 2, LAST_PAUSE)
            return said
        if now >= self.due_at:
            self.start()
        return None


def _end_with_parent() -> None:
    """Have the kernel end this child when we are killed: nothing is left holding the port."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


class Supervisor:
    """Keeps children running until SIGINT, SIGTERM or SIGHUP, then stops them all.

    `provide` runs every few seconds and sees to it that what the children need is there; `say`
    gets sentences for people.
    Use as a context manager in the main thread: the signal handlers last as long.
    """

    SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def __init__(
        self, *, say: Callable[[str], object], provide: Callable[[], object] = lambda: None
    ) -> None:
        self.say = say
        self.provide = provide
        self.children: list[Child] = []
        self.stopping = threading.Event()

    def __enter__(self) -> "Supervisor":
        self._handlers = {
            number: signal.signal(number, lambda *_: self.stopping.set()) for number in self.SIGNALS
        }
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def keep(self, name: str, command: Sequence[str], folder: Path | None = None) -> Child:
        """Start a program in a folder and keep it running."""
        child = Child(name, command, folder)
        self.children.append(child)
        return child

    def wait(self, ready: Callable[[], bool] = lambda: False) -> bool:
        """Look after the children until `ready()` holds (True) or it is time to stop (False)."""
        next_round = time.monotonic() + ROUNDS
        while not self.stopping.wait(0.2):
            if time.monotonic() > next_round:
                self.provide()
                next_round = time.monotonic() + ROUNDS
            for child in self.children:
                if said := child.look_after():
                    self.say(said)
            if ready():
                return True
        return False

    def stop(self) -> None:
        """Ask every child to stop, and kill those that do not within GRACE seconds."""
        for child in self.children:
            child.process.terminate()
        deadline = time.monotonic() + GRACE
        for child in self.children:
            try:
                child.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.process.kill()
                child.process.wait()
