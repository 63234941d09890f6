"""How many listings can stand side by side."""

from therapist_desktop.ui.i18n import plural

LEAST, MOST = 2, 4


def why_not_compared(count: int) -> str:
    """Why so many cannot be compared; nothing where they can."""
    if LEAST <= count <= MOST:
        return ""
    return plural(
        "Marks", "{n} is marked: mark 2 to 4 to compare them", "{n} are marked: mark 2 to 4 to compare them", count
    )
