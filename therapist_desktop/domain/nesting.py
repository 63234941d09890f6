"""How deep the tags of a text are nested, counted in one pass, however large or broken the text is."""

import re

# What HTML closes by itself (p, li, td, ...) says nothing about depth where its end tag was left out.
_NESTING = re.compile(
    r"<(/?)(?:a|abbr|article|b|big|blockquote|button|center|cite|code|del|details|dfn|div|dl|em|fieldset|figure|font"
    r"|form|h[1-6]|i|ins|kbd|label|main|mark|menu|nav|ol|pre|q|s|samp|section|small|span|strike|strong|sub|sup|table"
    r"|tt|u|ul|var)(?=[\s/>])",
    re.IGNORECASE,
)


def is_deeper(html: str, most: int) -> bool:
    """Whether more than so many tags are open at once somewhere."""
    depth = 0
    for closing in _NESTING.findall(html):
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > most:
            return True
    return False
