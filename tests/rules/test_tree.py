"""The tree says what to install by name; where packages come from is each machine's own affair."""

import re

from tests.rules.source import ROOT, files_of

SCANNED_AT_LEAST = 20

# In parts, so that this file does not find itself.
HOSTS = [
    ("python", "hosted"),
    ("pypi", ".org"),
    ("registry", ".npm"),
    ("npmjs", ".com"),
    ("deb", ".debian"),
    ("security", ".debian"),
    ("ftp", ".debian"),
    ("conda", ".anaconda"),
]
PLACES_OF_ONE_MACHINE = [("/work", "/main"), ("/work", "/shared"), ("/root", "/"), ("/opt", "/pypi")]


def test_no_file_names_a_package_registry_or_a_folder_of_one_machine() -> None:
    pattern = re.compile("|".join(re.escape("".join(parts)) for parts in [*HOSTS, *PLACES_OF_ONE_MACHINE]).encode())
    files = [file for file in files_of(ROOT) if not file.name.startswith("LICENSE")]
    assert len(files) >= SCANNED_AT_LEAST
    naming = {
        file.relative_to(ROOT).as_posix(): found[0].decode()
        for file in files
        if (found := pattern.search(file.read_bytes()))
    }
    assert naming == {}
