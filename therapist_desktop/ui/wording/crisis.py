"""The words of the crisis page that are not a telephone line, and the whole page as a sheet to print."""

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QLocale

from therapist_desktop.domain.freshness import freshness_of
from therapist_desktop.domain.library import Hotline
from therapist_desktop.domain.local_steps import LocalSteps
from therapist_desktop.ui.i18n import age_in_full, band, day, translate
from therapist_desktop.ui.wording.joining import dotted
from therapist_desktop.ui.wording.phones import one_line_each, purpose_of

_CODES = (2, 3)
_NO_STEPS = LocalSteps()


def danger() -> str:
    """The sentence that stands above everything else."""
    return translate("Crisis", "If someone is in danger, call 911 now.")


def at_the_desk() -> tuple[tuple[str, str], ...]:
    """What a front desk does: a few words, then a sentence."""
    return (
        (
            translate("Crisis", "Notice it."),
            translate("Crisis", "Talk of dying, harm, being unsafe or a weapon is a reason to stop and act."),
        ),
        (
            translate("Crisis", "Keep the exact words."),
            translate("Crisis", "Write down what was said, the name, the number and where the caller is."),
        ),
        (
            translate("Crisis", "Use your local route."),
            translate("Crisis", "Call the person your clinic has named for this; in danger 911, else 988."),
        ),
        (
            translate("Crisis", "Hand over."),
            translate("Crisis", "Stay on the line until another person has taken the call; tell them all you heard."),
        ),
        (
            translate("Crisis", "Do not assess."),
            translate("Crisis", "It is not your task to judge how serious it is, nor to promise secrecy."),
        ),
    )


def how_old(line: Hotline, today: date) -> str:
    """When a line was checked, against what, in words. "Verified" is only said of what its owner's own page gave."""
    if line.verified_on and not line.confirmed:
        said = translate("Crisis", "Compared with public pages on {day}, not yet confirmed by its owner")
        return dotted(said.format(day=day(line.verified_on)), line.source)
    fresh = band(freshness_of(line.verified_on, today))
    age = f"{age_in_full(line.verified_on, today)}, {day(line.verified_on)}" if line.verified_on else ""
    return dotted(fresh, age, line.source)


def about(line: Hotline) -> str:
    """Hours and languages in one line."""
    return dotted(line.hours, ", ".join(map(_language, line.languages)))


def sheet(lines: Sequence[Hotline], today: date, local: LocalSteps = _NO_STEPS) -> str:
    """The page as HTML for a printer: black on white, the clinic's own steps on top, the numbers large."""
    rows = "".join(_row(line, today) for line in lines)
    steps = "".join(f"<li><b>{escape(short)}</b> {escape(long)}</li>" for short, long in at_the_desk())
    title = escape(translate("Crisis", "Crisis lines"))
    desk = escape(translate("Crisis", "At the front desk"))
    return (
        f"<h1>{title}</h1><p><b>{escape(danger())}</b></p>{_local(local)}"
        f'<table width="100%" cellspacing="0" cellpadding="5">{rows}</table><h2>{desk}</h2><ol>{steps}</ol>'
    )


def _language(name: str) -> str:
    """A release may name a language by its code; a person reads its name."""
    language = QLocale(name).language() if len(name) in _CODES else QLocale.Language.C
    return name if language is QLocale.Language.C else QLocale.languageToString(language)


def _local(local: LocalSteps) -> str:
    if local.is_empty:
        return ""
    steps = "".join(f"<li>{escape(step)}</li>" for step in local.steps)
    numbers = "".join(
        f'<tr><td><b>{escape(one.name)}</b><br>{escape(one.note)}</td><td><span style="font-size: 14pt">'
        f"<b>{escape(one.phone)}</b></span></td></tr>"
        for one in local.numbers
    )
    written = day(local.reviewed) if local.reviewed else ""
    heading = escape(translate("Crisis", "This clinic, written {day}").format(day=written).rstrip(", "))
    table = f'<table width="100%" cellspacing="0" cellpadding="5">{numbers}</table>' if numbers else ""
    return f"<h2>{heading}</h2><ol>{steps}</ol>{table}"


def _row(line: Hotline, today: date) -> str:
    numbers = "<br>".join(
        f'<span style="font-size: 14pt"><b>{escape(phone.shown)}</b></span> {escape(purpose_of(phone))}'
        for phone in one_line_each(line.phones)
    )
    said = [line.what_for, about(line), line.notes, line.chat, how_old(line, today)]
    words = "<br>".join(escape(part) for part in said if part)
    return f"<tr><td><b>{escape(line.title)}</b><br>{words}</td><td>{numbers}</td></tr>"
