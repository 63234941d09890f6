"""What stands beside a phone number."""

from dataclasses import replace

from therapist_desktop.domain.phone import Phone
from therapist_desktop.ui.i18n import checked, translate
from therapist_desktop.ui.wording.joining import dotted


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


def kind_of(phone: Phone) -> str:
    """What sort of line it is."""
    kinds = {
        "text": translate("Phone", "Text message"),
        "fax": translate("Phone", "Fax"),
        "tty": translate("Phone", "TTY for deaf and hard-of-hearing callers"),
    }
    return kinds.get(phone.type, translate("Phone", "Voice"))


def what_for(phone: Phone) -> str:
    """What its owner calls it and what sort of line it is, unless that is said already."""
    if phone.keyword:
        return dotted(phone.label, translate("Phone", "Text {word} to this number").format(word=phone.keyword))
    return dotted(phone.label, "" if phone.type in phone.label.lower() else kind_of(phone))


def purpose_of(phone: Phone) -> str:
    """What this number is for, where that is not plain, and when it was last checked, as far as that is known."""
    is_plain = phone.type == "voice" and not phone.keyword
    return dotted(phone.label if is_plain else what_for(phone), checked(phone.verified_on) if phone.verified_on else "")
