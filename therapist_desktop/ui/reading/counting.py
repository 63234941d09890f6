"""Letters as Qt counts them."""

import re

NO_WORD = "\ufffc"
"""What stands for something that is no letter."""

_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def as_qt_counts(text: str) -> str:
    """A text of as many letters as Qt has places in it: each that takes two of them is blotted out by two others."""
    return _BEYOND.sub(NO_WORD * 2, text)
