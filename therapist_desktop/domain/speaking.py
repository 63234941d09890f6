"""Words of a page as a voice should get them: numbers to dial digit by digit, nothing that it takes for an order."""

import re

LONGEST_LINE = 240
"""In letters. One voice reads lines, and cuts those of more than a thousand bytes anywhere."""

_TO_DIAL = re.compile(
    r"(?<![\w$.,/#-])(?:"
    r"(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])(?:\d{3}[-. ](?:\d{4}|[A-Z]{4})|\d{2}[A-Z]{5}|[A-Z]{3}-[A-Z]{4})"
    r"|\d{3}[-.]\d{4}"
    r"|[2-8]11|911|988"
    r"|\d{5,11}"
    r")(?![\w%]|[.,/-]\d)"
)
"""Written as telephone numbers are, the numbers of three digits that everybody can call, and any run of five or more:
no amount is written so, without a comma."""
_GROUPS = re.compile(r"\d+|[A-Z]+")
_ADDRESS = re.compile(r"https?://(?:www\.)?([^\s/]+)\S*")
_ORDERS = re.compile(r"\[\[|\]\]|!-!")
"""What speech programs take for orders to themselves."""
_GAPS = re.compile(r"[\s\ufffc\u00ad\u200b\x00-\x1f\x7f]+")
_END_OF_SENTENCE = re.compile(r"(?<=[.!?\u2026:;])\s+")


def spoken(text: str) -> str:
    """One line to be said. "Call 988" gives "Call 9 8 8"."""
    heard = text.replace("\u00ad", "").replace("\u200b", "")
    while _ORDERS.search(heard):
        heard = _ORDERS.sub(" ", heard)
    heard = _GAPS.sub(" ", heard).strip()
    return digit_by_digit(_ADDRESS.sub(r"\1", heard))


def digit_by_digit(text: str) -> str:
    """Every number to dial in its single digits: "(800) 555-0142" gives "8 0 0, 5 5 5, 0 1 4 2"."""
    return _TO_DIAL.sub(lambda found: ", ".join(" ".join(group) for group in _GROUPS.findall(found[0])), text)


def lines_of(text: str) -> tuple[str, ...]:
    """The sentences, none longer than a voice can take in one."""
    lines: list[str] = []
    for sentence in _END_OF_SENTENCE.split(text):
        line = ""
        for word in _short(sentence):
            if line and len(line) + 1 + len(word) > LONGEST_LINE:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        if line:
            lines.append(line)
    return tuple(lines)


def _short(sentence: str) -> list[str]:
    return [
        word[place : place + LONGEST_LINE] for word in sentence.split() for place in range(0, len(word), LONGEST_LINE)
    ]
