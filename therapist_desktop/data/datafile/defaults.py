"""Leave defaults out of a record, so that the same facts always have the same canonical bytes."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

import msgspec

_Part = TypeVar("_Part", bound=msgspec.Struct)


def without_defaults(part: _Part) -> _Part:
    """The same record; what equals its default is the default itself, which the encoder leaves out.

    The encoder compares with `is`: a priority of 999 or an empty address read from a file would be written out.
    """
    changed: dict[str, Any] = {}
    for name, default in _fields(type(part)):
        value = getattr(part, name)
        if value is default:
            continue
        plain = default if value == default else _inside(value)
        if plain is not value:
            changed[name] = plain
    return msgspec.structs.replace(part, **changed) if changed else part


def _inside(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return without_defaults(value)
    if isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
        plain = tuple(without_defaults(one) for one in value)
        return plain if any(new is not old for new, old in zip(plain, value, strict=True)) else value
    return value


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind))
