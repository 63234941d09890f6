"""The release that the program is delivered with, so that the first start shows something."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.publishing.building import arranged, build, delivered
from therapist_desktop.publishing.imprint import Imprint
from therapist_desktop.publishing.placing import read_places
from therapist_desktop.publishing.samples.centers import sample_centers
from therapist_desktop.publishing.samples.providers import sample_providers
from therapist_desktop.publishing.taxonomy import read_taxonomy
from therapist_desktop.publishing.work import Entry

if TYPE_CHECKING:
    from pathlib import Path

    from therapist_desktop.data.datafile.records import Header

FILE: Final = "starter.jsonl.zst"
TODAY: Final = date(2026, 11, 20)
PUBLISHED: Final = datetime(2026, 11, 20, 9, tzinfo=UTC)
PROVIDERS: Final = 300
CENTERS: Final = 60
SEED: Final = 1
_LEVEL: Final = 19
_IMPRINT: Final = Imprint(
    title="Sample directory and first library",
    name="Therapist Desktop",
    license="MIT: taxonomy, library texts and made-up listings. ZIP code areas: zipcodes package, MIT.",
)


def starter_lines(resources: Path) -> list[Entry]:
    """Taxonomy, places, the whole library and samples. Raises WorkBroken."""
    taxonomy, places = read_taxonomy(resources / "taxonomy"), read_places()
    samples = (
        *sample_providers(taxonomy, places, PROVIDERS, SEED, TODAY),
        *sample_centers(taxonomy, places, CENTERS, SEED, TODAY),
    )
    own = [Entry("samples", number, encode(one)) for number, one in enumerate(samples, 1)]
    return arranged(own, delivered(resources))


def build_starter(lines: list[Entry], folder: Path) -> Header:
    """Write the starter into a folder; always the same bytes for the same resources. Raises OSError."""
    return build(lines, folder / FILE, _IMPRINT, 1, PUBLISHED, _LEVEL)
