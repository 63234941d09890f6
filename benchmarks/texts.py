"""Articles that nobody wrote: words of a made-up language with the frequencies of a real one, always the same.

Syllables are put together to words; how often a word is used falls with its rank (Zipf), and each article has some
words of its own subject that it uses often, as real ones do.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

SEED = 5
VOCABULARY = 24_000
_ONSETS = (*"bcdfghjklmnprstvw", "bl", "br", "ch", "cl", "dr", "fl", "gr", "pl", "qu", "sh", "st", "th", "tr")
_VOWELS = (*"aeiou", "ea", "ai", "ou", "ie")
_CODAS = ["", "", "", "n", "r", "s", "t", "l", "m", "nd", "st", "ng"]
_SYLLABLES = ((1, 10), (2, 45), (3, 35), (4, 10))
_EXPONENT = 1.05
_OWN_WORDS, _OWN_SHARE = 25, 0.18
_SENTENCE = (6, 22)
_PARAGRAPH = (3, 6)
_LENGTHS = (300, 1_400)


class Article(NamedTuple):
    """A title, and paragraphs of sentences; every third paragraph has a heading."""

    number: int
    title: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        """As HTML with headings and a list."""
        parts = []
        for place, text in enumerate(self.paragraphs):
            if place % 3 == 0:
                parts.append(f"<h2>{' '.join(text.split()[:3]).rstrip('.')}</h2>")
            if place % 5 == 4:
                items = "".join(f"<li>{one.strip('. ')}</li>" for one in text.split(". "))
                parts.append(f"<ul>{items}</ul>")
            else:
                parts.append(f"<p>{text}</p>")
        return "".join(parts)

    @property
    def text(self) -> str:
        """As plain text."""
        return "\n".join(self.paragraphs)


def vocabulary() -> list[str]:
    """Words from the most used to the rarest."""
    draw = random.Random(SEED)
    counts, weights = zip(*_SYLLABLES, strict=True)
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        many = draw.choices(counts, weights)[0]
        word = "".join(draw.choice(_ONSETS) + draw.choice(_VOWELS) + draw.choice(_CODAS) for _ in range(many))
        words[word] = None
    return sorted(words, key=lambda word: len(word) + draw.random() * 6)


def articles(count: int, words: int | None = None) -> Iterator[Article]:
    """So many articles, each of so many words where that is said."""
    used = vocabulary()
    shares = [*accumulate(1 / (rank + 3) ** _EXPONENT for rank in range(len(used)))]
    for number in range(1, count + 1):
        draw = random.Random(SEED * 1_000_003 + number)
        own = draw.sample(used[200:], _OWN_WORDS)
        length = words or draw.randint(*_LENGTHS)
        common = draw.choices(used, cum_weights=shares, k=length)
        flow = [draw.choice(own) if draw.random() < _OWN_SHARE else word for word in common]
        title = " ".join([own[0], draw.choice(used[:500]), own[1]]).capitalize()
        yield Article(number, title, tuple(_paragraphs(flow, draw)))


def _paragraphs(flow: Sequence[str], draw: random.Random) -> Iterator[str]:
    at = 0
    while at < len(flow):
        sentences = []
        for _ in range(draw.randint(*_PARAGRAPH)):
            many = draw.randint(*_SENTENCE)
            if some := flow[at : at + many]:
                sentences.append(f"{' '.join(some).capitalize()}.")
            at += many
        yield " ".join(sentences)


class Asked(NamedTuple):
    """A question to the library, and which kind of question it is."""

    kind: str
    words: str


KINDS = ("one word", "two words", "a word being typed", "a phrase", "a rare word", "a slip of the finger")


def questions(texts: Sequence[Article], each: int) -> list[Asked]:
    """So many questions of every kind, drawn from the articles themselves."""
    draw = random.Random(SEED)
    spoken = [text.text.lower().replace(".", "").split() for text in texts]
    held: Counter[str] = Counter()
    for one in spoken:
        held.update(set(one))
    usual = sorted(word for word, count in held.items() if len(word) > 4 and count > len(texts) // 200)
    rare = sorted(word for word, count in held.items() if len(word) > 5 and count <= 3)
    asked = []
    for _ in range(each):
        one = draw.choice([words for words in spoken if len(words) > 20])
        at = draw.randrange(len(one) - 3)
        word = draw.choice(usual)
        slip = draw.randrange(1, len(word) - 2)
        typed = draw.choice(usual)
        for kind, words in zip(
            KINDS,
            (
                draw.choice(usual),
                f"{one[at]} {draw.choice(one)}",
                typed[: draw.randint(2, len(typed) - 1)],
                f'"{" ".join(one[at : at + 3])}"',
                draw.choice(rare or usual),
                word[:slip] + word[slip + 1] + word[slip] + word[slip + 2 :],
            ),
            strict=True,
        ):
            asked.append(Asked(kind, words))
    return asked
