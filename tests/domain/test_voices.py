"""Which voice a machine has, and what it is called with."""

import pytest

from therapist_desktop.domain.voices import Pace, Voice, Which, voices_for, what_to_install


def _with(*programs: str) -> Which:
    return lambda name: f"/usr/bin/{name}" if name in programs else None


@pytest.mark.parametrize(
    ("platform", "programs", "found"),
    [
        ("linux", ("spd-say", "espeak-ng", "espeak"), ["spd-say", "espeak-ng", "espeak"]),
        ("linux", ("espeak",), ["espeak"]),
        ("linux", ("say", "powershell"), []),
        ("darwin", ("say", "espeak"), ["say"]),
        ("win32", ("powershell", "espeak"), ["powershell"]),
        ("freebsd14", ("spd-say",), ["spd-say"]),
    ],
)
def test_the_voices_of_a_system_the_best_first(platform: str, programs: tuple[str, ...], found: list[str]) -> None:
    assert [voice.program for voice in voices_for(platform, _with(*programs))] == [f"/usr/bin/{one}" for one in found]


def _every_voice() -> list[Voice]:
    everything = _with("spd-say", "espeak-ng", "espeak", "say", "powershell")
    return [voice for platform in ("linux", "darwin", "win32") for voice in voices_for(platform, everything)]


def test_each_can_be_fast_and_slow_and_speak_both_languages() -> None:
    for voice in _every_voice():
        calls = {voice.arguments_for(language, pace) for language in ("en", "es") for pace in Pace}
        assert len(calls) == 6, voice.name


def test_a_language_without_a_word_for_it_is_read_as_english() -> None:
    for voice in _every_voice():
        assert voice.arguments_for("vi", Pace.USUAL) == voice.arguments_for("en", Pace.USUAL)


def test_only_linux_is_told_what_to_install() -> None:
    assert what_to_install("linux") == "speech-dispatcher"
    assert not what_to_install("darwin")
    assert not what_to_install("win32")
