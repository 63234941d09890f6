"""Facts in one line: what is not known leaves no trace."""

DOT = " \u00b7 "


def dotted(*parts: str) -> str:
    """The parts that say something, with a dot between them: "Fresh \u00b7 21 days"."""
    return DOT.join(filter(None, parts))


def listed(*parts: str) -> str:
    """The parts that say something, with commas: "Albany, NY"."""
    return ", ".join(filter(None, parts))


def stacked(*parts: str) -> str:
    """The parts that say something, one a line."""
    return "\n".join(filter(None, parts))


def spaced(*parts: str) -> str:
    """The parts that say something, as one text: "NY LCSW 012345"."""
    return " ".join(filter(None, parts))
