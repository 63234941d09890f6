"""What lies under `resources` is used, and what is used lies there."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, TypeVar

import pytest

from tests.rules.source import ROOT, files_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROLE = re.compile(r'\[role="([^"]+)"\]')
_DRAWS = {"icon", "pixmap"}
_Kind = TypeVar("_Kind", bound=ast.AST)


@pytest.fixture(scope="module")
def trees() -> list[ast.Module]:
    return [ast.parse(file.read_text(encoding="utf-8")) for file in files_of(ROOT / "therapist_desktop", "*.py")]


@pytest.fixture(scope="module")
def texts(trees: list[ast.Module]) -> set[str]:
    """Every text that stands in the source as a whole, and every part of one that is put together."""
    return {node.value for tree in trees for node in _nodes(tree, ast.Constant) if isinstance(node.value, str)}


@pytest.fixture(scope="module")
def pictures() -> set[str]:
    return {file.stem for file in files_of(ROOT / "resources" / "icons", "*.svg")}


def _nodes(tree: ast.Module, kind: type[_Kind]) -> Iterator[_Kind]:
    return (node for node in ast.walk(tree) if isinstance(node, kind))


def _drawn(call: ast.Call) -> str:
    """The picture that a call names, or nothing."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    first = call.args[0] if call.args else None
    return str(first.value) if name in _DRAWS and isinstance(first, ast.Constant) else ""


def _never_named(names: set[str], texts: set[str]) -> set[str]:
    """Those that no text names and none begins: "menu-" is how a name begins that is put together."""
    begun = tuple(text for text in texts if text.endswith("-"))
    return {name for name in names - texts if not name.startswith(begun)}


def test_every_icon_is_drawn_somewhere(pictures: set[str], texts: set[str]) -> None:
    assert pictures
    assert not _never_named(pictures, texts)


def test_every_icon_that_is_named_is_there(pictures: set[str], trees: list[ast.Module]) -> None:
    named = {_drawn(call) for tree in trees for call in _nodes(tree, ast.Call)} - {""}
    assert named
    assert not named - pictures


def test_every_role_that_has_a_style_is_given_to_something(texts: set[str]) -> None:
    sheets = [file.read_text(encoding="utf-8") for file in files_of(ROOT / "resources" / "styles", "*.qss")]
    roles = {role for sheet in sheets for role in _ROLE.findall(sheet)}
    assert roles
    assert not _never_named(roles, texts)
