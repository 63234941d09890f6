"""What stands beside a phone number."""

from dataclasses import replace

from therapist_desktop.domain.phone import Phone
from therapist_desktop.ui.i18n import day, translate


def one_line_each(phones: tuple[Phone, ...]) -> tuple[Phone, ...]:
    """The numbers without repeats: one that takes calls and texts stands there once."""
    texts = {phone.number for phone in phones if phone.type == "text" and not phone.keyword}
    both = texts & {phone.number for phone in phones if phone.type == "voice"}
    label = translate("Phone", "Call or text")
    return tuple(
        replace(phone, label=label) if phone.number in both and not phone.keyword else phone
        for phone in phones
        if phone.number not in both or phone.type == "voice" or phone.keyword
    )


def purpose_of(phone: Phone) -> str:
    """What this number is for and when it was last checked, as far as that is known."""
    kinds = {
        "text": translate("Phone", "Text message"),
        "fax": translate("Phone", "Fax"),
        "tty": translate("Phone", "TTY for deaf and hard-of-hearing callers"),
    }
    kind = kinds.get(phone.type, "")
    if phone.keyword:
        kind = translate("Phone", "Text {word} to this number").format(word=phone.keyword)
    elif phone.type in phone.label.lower():
        kind = ""
    checked = ""
    if phone.verified_on:
        checked = translate("Phone", "checked {day}").format(day=day(phone.verified_on))
    return " \u00b7 ".join(part for part in (phone.label, kind, checked) if part)
