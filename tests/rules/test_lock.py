"""The locks say everything about what is installed, and nothing about where they were made."""

import re
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.rules.source import ROOT

PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.+]*)(?: ; [^\\/]+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
ALL = "requirements.lock"
PEERS = "benchmarks/requirements.lock"
LEAST = {ALL: 20, PEERS: 1}


def locked(lock: str) -> Iterator[tuple[str, list[str]]]:
    """Each requirement of a lock with its hashes; continued lines put together."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", "")
    for line in text.splitlines():
        pin, *hashes = re.split(r"\s+(?=--hash)", line)
        yield pin.strip(), [item.strip() for item in hashes]


def asked_for() -> Iterator[tuple[str, Requirement]]:
    """Every direct dependency of the project, its extras and its groups, with the lock it is in."""
    facts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = facts["project"]["optional-dependencies"].values()
    groups = facts["dependency-groups"]
    peers = groups.pop("benchmarks")
    for lock, parts in ((ALL, (facts["project"]["dependencies"], *extras, *groups.values())), (PEERS, (peers,))):
        for part in parts:
            yield from ((lock, Requirement(one)) for one in part)


@pytest.mark.parametrize("lock", LEAST)
def test_every_line_is_a_version_with_hashes_and_names_no_place(lock: str) -> None:
    lines = list(locked(lock))
    assert len(lines) >= LEAST[lock]
    assert [pin for pin, _ in lines if not PIN.fullmatch(pin)] == []
    assert [pin for pin, hashes in lines if not hashes] == []
    assert [item for _, hashes in lines for item in hashes if not HASH.fullmatch(item)] == []


@pytest.mark.parametrize(("lock", "requirement"), list(asked_for()), ids=str)
def test_every_direct_dependency_is_locked_at_a_version_it_allows(lock: str, requirement: Requirement) -> None:
    pins = [match for pin, _ in locked(lock) if (match := PIN.fullmatch(pin))]
    versions = [pin["version"] for pin in pins if pin["name"] == canonicalize_name(requirement.name)]
    assert versions, "run: make lock"
    assert any(version in requirement.specifier for version in versions), "run: make lock"
