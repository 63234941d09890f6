"""What a check finds, and where."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or doubtful. `file` is empty where only one file was checked."""

    line: int
    kind: str
    id: str
    field: str
    rule: str
    value: str = ""
    file: str = ""

    def as_dict(self) -> dict[str, Any]:
        """For `--json`; `file` only where it says something."""
        facts = asdict(self)
        if not self.file:
            del facts["file"]
        return facts

    def as_line(self) -> str:
        """For people."""
        place = f"{self.file}, line {self.line}" if self.file else f"line {self.line}"
        what = " ".join(part for part in (self.kind, self.id, self.field) if part)
        value = f" ({self.value})" if self.value else ""
        return f"{place}: {what}: {self.rule}{value}"


@dataclass(slots=True)
class Findings:
    """Errors keep a release from being built; warnings are for a person to judge."""

    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    def as_dict(self) -> dict[str, list[dict[str, Any]]]:
        """For `--json`."""
        return {
            "errors": [finding.as_dict() for finding in self.errors],
            "warnings": [finding.as_dict() for finding in self.warnings],
        }
