"""The lock says everything about what is installed, and nothing about where it was made."""

import re
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.rules.source import ROOT

PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.+]*)(?: ; [^\\/]+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def locked() -> Iterator[tuple[str, list[str]]]:
    """Each requirement with its hashes; continued lines put together."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", "")
    for line in text.splitlines():
        pin, *hashes = re.split(r"\s+(?=--hash)", line)
        yield pin.strip(), [item.strip() for item in hashes]


def asked_for() -> Iterator[Requirement]:
    """Every direct dependency of the project, of its extras and of its development."""
    facts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = facts["project"]["optional-dependencies"].values()
    groups = facts["dependency-groups"].values()
    for part in (facts["project"]["dependencies"], *extras, *groups):
        yield from map(Requirement, part)


def test_every_line_is_a_version_with_hashes_and_names_no_place() -> None:
    lines = list(locked())
    assert len(lines) >= 20
    assert [pin for pin, _ in lines if not PIN.fullmatch(pin)] == []
    assert [pin for pin, hashes in lines if not hashes] == []
    assert [item for _, hashes in lines for item in hashes if not HASH.fullmatch(item)] == []


@pytest.mark.parametrize("requirement", list(asked_for()), ids=str)
def test_every_direct_dependency_is_locked_at_a_version_it_allows(requirement: Requirement) -> None:
    pins = [match for pin, _ in locked() if (match := PIN.fullmatch(pin))]
    versions = [pin["version"] for pin in pins if pin["name"] == canonicalize_name(requirement.name)]
    assert versions, "run: make lock"
    assert any(version in requirement.specifier for version in versions), "run: make lock"
