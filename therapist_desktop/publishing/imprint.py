"""Who publishes and under which title: `publisher.toml` beside the keys, `work.toml` in a work folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from therapist_desktop.data.datafile.fields import Line, Name, Source, Web
from therapist_desktop.data.datafile.records import Header, Publisher
from therapist_desktop.publishing import toml

if TYPE_CHECKING:
    from pathlib import Path

WORK_FILE = "work.toml"
PUBLISHER_FILE = "publisher.toml"
SAMHSA_LICENSE = (
    "Treatment centers: public domain (SAMHSA), cite the source, not to be distributed for a fee without SAMHSA's "
    "written authorization. Library and taxonomy: MIT."
)

_PUBLISHER_TEXT = """\
# Who publishes. These lines stand in every release; edit them. An empty line is left out.
name = "Publisher not named yet"
url = ""
email = ""

# Used where the work folder does not say otherwise.
title = "Directory and library"
license = {license}
"""

_WORK_TEXT = """\
# What stands at the head of every release made from this folder. An empty line is taken from publisher.toml
# beside the keys. Nothing rewrites this file: it is yours.
title = {title}
publisher = ""
license = {license}

# The number that `build` gives a release when it is not told one; `release` counts by itself.
next_number = 1

# The sources of the listings are named in the listings. Name here what else the release draws on:
# [[source]]
# name = "County provider list"
# date = "2026-11"
# url = "https://www.example.gov/"
"""


class _Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Name
    date: Line = ""
    url: str = ""


class _Imprint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Line = ""
    publisher: Line = ""
    url: str = ""
    email: Line = ""
    title: Line = ""
    license: Line = ""
    next_number: int = 1
    source: tuple[_Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """The lines at the head of a release. Empty means not stated."""

    title: str = ""
    name: str = ""
    url: str = ""
    email: str = ""
    license: str = ""
    number: int = 1
    sources: tuple[Source, ...] = ()

    def over(self, other: Imprint) -> Imprint:
        """These lines, and the other's where these are empty."""
        return Imprint(
            title=self.title or other.title,
            name=self.name or other.name,
            url=self.url or other.url,
            email=self.email or other.email,
            license=self.license or other.license,
            number=max(self.number, other.number),
            sources=self.sources + other.sources,
        )

    def publisher(self) -> Publisher:
        """The publisher as the header of a data file names it."""
        return Publisher(name=self.name or "Publisher not named", url=self.url or None, email=self.email)

    def on(self, header: Header) -> Header:
        """The header with these lines, the sources added to its own."""
        return msgspec.structs.replace(
            header,
            title=self.title or "Directory and library",
            publisher=self.publisher(),
            license=self.license,
            sources=tuple(dict.fromkeys((*self.sources, *header.sources))),
        )


def read_imprint(file: Path) -> Imprint:
    """What a file states; nothing where there is no file. Raises WorkBroken with the line that is wrong."""
    if not file.is_file():
        return Imprint()
    text = toml.read_text(file)
    table = toml.parse(text, file)
    try:
        read = msgspec.convert(table, _Imprint)
        msgspec.convert(read.url or None, Web | None)
        sources = tuple(msgspec.convert(_stated(one), Source) for one in read.source)
    except msgspec.ValidationError as error:
        raise toml.trouble(error, text, file) from error
    return Imprint(
        title=read.title,
        name=read.publisher or read.name,
        url=read.url,
        email=read.email,
        license=read.license,
        number=max(1, read.next_number),
        sources=sources,
    )


def publisher_text(license_: str = SAMHSA_LICENSE) -> str:
    """A first publisher.toml to edit."""
    return _PUBLISHER_TEXT.format(license=json.dumps(license_))


def work_text(title: str, license_: str) -> str:
    """A first work.toml to edit."""
    return _WORK_TEXT.format(title=json.dumps(title), license=json.dumps(license_))


def _stated(source: _Source) -> dict[str, str]:
    facts = {"name": source.name, "date": source.date, "url": source.url}
    return {key: value for key, value in facts.items() if value}
