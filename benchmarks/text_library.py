"""The library that is measured: made-up articles as a catalogue, loaded as a release is, and as lines for a peer."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from benchmarks import texts
from benchmarks.directory import KEPT_IN, fingerprint, made_whole
from benchmarks.telling import counted, say
from therapist_desktop.data.datafile.library import Article
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import FORMAT, Header, Publisher
from therapist_desktop.data.datafile.writing import write_data_file
from therapist_desktop.publishing.taxonomy import read_taxonomy
from therapist_desktop.services.loading import load
from therapist_desktop.services.shipped import shipped


@dataclass(frozen=True, slots=True)
class TextLibrary:
    """So many articles in one folder."""

    folder: Path
    count: int

    @property
    def catalogue(self) -> Path:
        """The catalogue."""
        return self.folder / "catalogue.db"

    @property
    def lines(self) -> Path:
        """One article a line: `title` and `text`."""
        return self.folder / "texts.jsonl"

    def articles(self) -> Iterator[texts.Article]:
        """All of them."""
        return texts.articles(self.count)


def library_of(count: int, kept_in: Path = KEPT_IN) -> TextLibrary:
    """The library with so many articles, made now if it was not kept."""
    model = Path(texts.__file__).read_bytes() + Path(__file__).read_bytes()
    mark = blake2b(fingerprint().encode() + model, digest_size=6).hexdigest()
    library = TextLibrary(kept_in / f"texts-{count}-{mark}", count)
    if not library.folder.is_dir():
        with made_whole(library.folder) as half:
            _make(TextLibrary(half, count))
    return library


def _make(library: TextLibrary) -> None:
    with library.lines.open("w", encoding="utf-8") as lines:
        for one in counted(library.articles(), library.count, "making articles up"):
            lines.write(json.dumps({"title": one.title, "text": one.text}) + "\n")
    header = Header(
        format=FORMAT,
        number=1,
        published=datetime(2026, 11, 20, 9, tzinfo=UTC),
        title="Benchmark",
        publisher=Publisher(name="Benchmark"),
        state="0" * 32,
        counts={},
    )
    records = (
        Article(id=f"article:text-{one.number:05d}", title=one.title, body=one.body) for one in library.articles()
    )
    data_file = library.folder / "release.jsonl.zst"
    write_data_file(data_file, header, [*read_taxonomy(shipped("taxonomy")), *records], level=3)
    say(f"loading {library.count:,} articles")
    with tempfile.TemporaryDirectory(dir=library.folder) as bench:
        load(DataFile(data_file), Path(bench), lambda _progress: None).file.rename(library.catalogue)
