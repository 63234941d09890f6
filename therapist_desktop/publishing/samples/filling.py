"""Put made-up listings into a work folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from therapist_desktop.publishing import work
from therapist_desktop.publishing.placing import read_places
from therapist_desktop.publishing.samples.centers import sample_centers
from therapist_desktop.publishing.samples.providers import sample_providers
from therapist_desktop.publishing.taxonomy import read_taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from therapist_desktop.data.datafile.records import Center, Provider

TITLE: Final = "Sample directory"
LICENSE: Final = "MIT: made-up listings, taxonomy and library texts."
_PREFIX: Final = "sample:"


def fill(folder: Path, resources: Path, numbers: tuple[int, int], seed: int, today: date) -> None:
    """So many providers and centers in the place of earlier samples. Raises WorkBroken, OSError."""
    taxonomy, places = read_taxonomy(resources / "taxonomy"), read_places()
    providers, centers = numbers
    fresh: dict[str, Iterator[Provider] | Iterator[Center]] = {
        "provider": sample_providers(taxonomy, places, providers, seed, today),
        "center": sample_centers(taxonomy, places, centers, seed, today),
    }
    for kind, listings in fresh.items():
        work.merge(folder, kind, listings, lambda record: record.id.startswith(_PREFIX))
    work.begin(folder, TITLE, LICENSE)
