"""A stored phone number as the value the views use."""

from therapist_desktop.data.datafile.fields import PhoneNumber
from therapist_desktop.domain.phone import Phone


def phone_of(number: PhoneNumber) -> Phone:
    """The domain value of a record's phone number."""
    return Phone(
        number=number.number or "",
        extension=number.extension,
        type=number.type,
        label=number.description,
        vanity=number.vanity,
        keyword=number.keyword,
        raw=number.raw,
        verified_on=number.verified_on,
        source=number.source,
    )
