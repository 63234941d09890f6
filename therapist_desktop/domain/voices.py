"""The voices that systems bring: programs that say what they are given to read, as processes of their own.

The words go in through the standard input only. A command line can be seen by everybody on the machine, and what
somebody reads is nobody's business.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from therapist_desktop.domain.translating import OWN_LANGUAGE

Which = Callable[[str], str | None]
"""Where a program lies, or nothing where there is none."""


class Pace(StrEnum):
    """How fast is read."""

    SLOW = "slow"
    USUAL = "usual"
    FAST = "fast"


@dataclass(frozen=True, slots=True)
class Voice:
    """A program that speaks.

    `complaint` begins a line on its standard error when it was not heard, though it ends as if it had been.
    `hush` silences what goes on being said after the program itself is gone.
    """

    name: str
    program: str
    arguments: tuple[str, ...]
    paces: Mapping[Pace, tuple[str, ...]]
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hush: tuple[str, ...] = ()
    complaint: str = ""

    def arguments_for(self, language: str, pace: Pace) -> tuple[str, ...]:
        """What the program is called with. A language it has no word for is read as English."""
        spoken = self.languages.get(language, self.languages.get(OWN_LANGUAGE, ()))
        return (*self.arguments, *spoken, *self.paces[pace])


def voices_for(platform: str, which: Which) -> tuple[Voice, ...]:
    """The voices of this machine, the best first. `platform` is what Python calls the system."""
    known = {"darwin": _of_mac, "win32": _of_windows}.get(platform, _of_linux)
    return tuple(voice for voice in known(which) if voice.program)


def what_to_install(platform: str) -> str:
    """The program to install where there is no voice; nothing where the system should have one."""
    return "" if platform in {"darwin", "win32"} else "speech-dispatcher"


def _of_linux(which: Which) -> tuple[Voice, ...]:
    speech = Voice(
        "Speech Dispatcher",
        which("spd-say") or "",
        ("-w", "-e", "-N", "therapist-desktop"),
        {Pace.SLOW: ("-r", "-30"), Pace.USUAL: (), Pace.FAST: ("-r", "40")},
        {"en": ("-l", "en"), "es": ("-l", "es")},
        hush=("-S",),
    )
    return speech, _espeak(which("espeak-ng"), "eSpeak NG"), _espeak(which("espeak"), "eSpeak")


def _espeak(program: str | None, name: str) -> Voice:
    return Voice(
        name,
        program or "",
        ("--stdin", "-b", "1"),
        {Pace.SLOW: ("-s", "125"), Pace.USUAL: ("-s", "160"), Pace.FAST: ("-s", "215")},
        {"en": ("-v", "en-us"), "es": ("-v", "es-419" if name.endswith("NG") else "es-la")},
        complaint="error:",
    )


def _of_mac(which: Which) -> tuple[Voice, ...]:
    return (
        Voice(
            "Spoken content",
            which("say") or "",
            ("-f", "-"),
            {Pace.SLOW: ("-r", "140"), Pace.USUAL: (), Pace.FAST: ("-r", "230")},
            {"en": (), "es": ("-v", "Paulina")},
        ),
    )


_WINDOWS = (
    "& {param([int]$rate,[string]$language) $ErrorActionPreference='Stop';"
    " $in=New-Object IO.StreamReader([Console]::OpenStandardInput(),[Text.Encoding]::UTF8);"
    " Add-Type -AssemblyName System.Speech;"
    " $speech=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    " $speech.SetOutputToDefaultAudioDevice();"
    " if($speech.Voice.Culture.TwoLetterISOLanguageName -ne $language){"
    "$fit=@($speech.GetInstalledVoices()|Where-Object{$_.Enabled -and"
    " $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq $language});"
    " if($fit.Count -eq 0){exit 3}; $speech.SelectVoice($fit[0].VoiceInfo.Name)};"
    " $speech.Rate=$rate; $speech.Speak($in.ReadToEnd())}"
)
"""A voice that can speak the language, the person's own where it can. The words are never part of this."""


def _of_windows(which: Which) -> tuple[Voice, ...]:
    return (
        Voice(
            "Windows voices",
            which("powershell") or "",
            ("-NoLogo", "-NoProfile", "-NonInteractive", "-Command", _WINDOWS),
            {Pace.SLOW: ("-rate", "-3"), Pace.USUAL: ("-rate", "0"), Pace.FAST: ("-rate", "3")},
            {"en": ("-language", "en"), "es": ("-language", "es")},
        ),
    )
