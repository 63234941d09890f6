"""The machine a benchmark ran on, in the words of its system."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path

_GIGABYTE = 1 << 30


def facts() -> dict[str, str]:
    """Processor, memory, system and the versions that decide about speed."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": _memory(),
        "system": _system(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "qt": version("PySide6-Essentials"),
    }


def _processor() -> str:
    names = [line.split(":", 1)[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _memory() -> str:
    if not hasattr(os, "sysconf"):
        return "not known"
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{size / _GIGABYTE:.0f} GB"


def _system() -> str:
    names = [line.split("=", 1)[1].strip('"') for line in _lines("/etc/os-release") if line.startswith("PRETTY_NAME=")]
    return f"{names[0]}, {platform.machine()}" if names else platform.platform()


def _lines(file: str) -> list[str]:
    path = Path(file)
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
