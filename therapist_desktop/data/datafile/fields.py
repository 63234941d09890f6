"""What the records of the data file are made of: kinds of text and number, and the parts that several share."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*:[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$", max_length=140)]
ValueId = Annotated[str, Meta(min_length=1, max_length=80)]  # a pattern here doubles the time to load; see `code` below
ValueKey = Annotated[str, Meta(pattern=r"^[a-z_]+/[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
FacetId = Annotated[str, Meta(pattern=r"^[a-z_]+$", max_length=40)]
Name = Annotated[str, Meta(min_length=1, max_length=300)]
Line = Annotated[str, Meta(max_length=500)]
Text = Annotated[str, Meta(max_length=20_000)]
Html = Annotated[str, Meta(max_length=400_000)]
Digits = Annotated[str, Meta(pattern=r"^[0-9]{3,15}$")]
Zip = Annotated[str, Meta(pattern=r"^[0-9]{5}$")]
StateCode = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
Latitude = Annotated[int, Meta(ge=-9_000_000, le=9_000_000, description="1e-5 degrees")]
Longitude = Annotated[int, Meta(ge=-18_000_000, le=18_000_000, description="1e-5 degrees")]
Cents = Annotated[int, Meta(ge=0, le=100_000_000)]
Web = Annotated[str, Meta(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
Hex = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]


class Part(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Something inside a record."""


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="kind"):
    """One line of a data file. `kind` says which."""


class Source(Part, frozen=True, kw_only=True):
    """Where facts come from: a name, the date or year the source itself states, the fields it gave if not all."""

    name: Name
    date: Line = ""
    url: Web | None = None
    fields: tuple[Line, ...] = ()


class PhoneNumber(Part, frozen=True, kw_only=True):
    """HSDS phone. `number` is digits; `raw` is the source's text where no number could be read from it."""

    number: Digits | None = None
    extension: Annotated[str, Meta(pattern=r"^[0-9]{0,8}$")] = ""
    type: Literal["voice", "text", "fax", "tty"] = "voice"
    description: Line = ""
    vanity: Line = ""
    keyword: Line = ""
    raw: Line = ""
    verified_on: date | None = None
    source: Line = ""
