"""Has words said by a voice of the system, one after the other, each by a process of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from therapist_desktop.domain.speaking import lines_of

if TYPE_CHECKING:
    from therapist_desktop.domain.voices import Pace, Voice

_SETTLED_MS = 150
"""A service that was just hushed may drop what it is told next."""
_GONE_MS = 1_000
_NORMAL = QProcess.ExitStatus.NormalExit


class Speaker(QObject):
    """Starts a process and goes on; what is not to be heard any more is killed, by its own handle."""

    said = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None, settled_ms: int = _SETTLED_MS) -> None:
        super().__init__(parent)
        self._speaks: QProcess | None = None
        self._voice: Voice | None = None
        self._leaving: set[QProcess] = set()
        self._next = QTimer(self, singleShot=True)
        self._settled_ms = settled_ms
        self._waiting: tuple[Voice, str, Pace, str] | None = None
        self._next.timeout.connect(self._say_what_waits)

    @property
    def process_ids(self) -> tuple[int, ...]:
        """The processes that are there now."""
        ours = (*self._leaving, *([self._speaks] if self._speaks else []))
        return tuple(one.processId() for one in ours if one.state() != QProcess.ProcessState.NotRunning)

    def say(self, words: str, voice: Voice, language: str, pace: Pace, after_ms: int = 0) -> None:
        """Say this instead of anything else, after so long a rest."""
        self.hush()
        self._waiting = voice, language, pace, words
        self._next.start(max(after_ms, self._settled_ms if self._leaving else 0))

    def hush(self) -> None:
        """Be silent."""
        self._next.stop()
        self._waiting = None
        speaks, self._speaks = self._speaks, None
        if speaks is None:
            return
        self._leaving.add(speaks)
        speaks.kill()
        if self._voice is not None and self._voice.hush:
            silencer = self._process()
            self._leaving.add(silencer)
            silencer.start(self._voice.program, list(self._voice.hush))

    def end(self) -> None:
        """Be silent for good: nothing of it goes on when the window is gone."""
        self.hush()
        for one in tuple(self._leaving):
            if not one.waitForFinished(_GONE_MS):
                one.kill()
                one.waitForFinished(_GONE_MS)

    @Slot()
    def _say_what_waits(self) -> None:
        if self._waiting is None:
            return
        if self._leaving:
            self._next.start(self._settled_ms)
            return
        (voice, language, pace, words), self._waiting = self._waiting, None
        self._voice = voice
        self._speaks = process = self._process()
        process.start(voice.program, list(voice.arguments_for(language, pace)))
        process.write("".join(f"{line}\n" for line in lines_of(words)).encode())
        process.closeWriteChannel()

    def _process(self) -> QProcess:
        process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.finished.connect(partial(self._finish, process))
        process.errorOccurred.connect(partial(self._err, process))
        return process

    def _err(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # all others finish
            self._finish(process, -1)

    def _finish(self, process: QProcess, code: int, status: QProcess.ExitStatus = _NORMAL) -> None:
        self._leaving.discard(process)
        process.deleteLater()
        if process is not self._speaks:
            return
        self._speaks = None
        complaint = self._voice.complaint.encode() if self._voice is not None else b""
        told = bytes(process.readAllStandardError().data()).splitlines()
        is_unheard = bool(complaint) and any(line.startswith(complaint) for line in told)
        if code or status != _NORMAL or is_unheard:
            self.failed.emit()
        else:
            self.said.emit()
