"""What is asked: a script of questions as a front desk asks them."""

from dataclasses import dataclass, replace

from therapist_desktop.domain.filters import Choice, Filters, Near, Sort
from therapist_desktop.domain.taxonomy import Facet

PAGE = 64


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `is_deep` asks for the page in the middle of the result, else the first one is asked for.

    `is_mistyped` marks words that only we mend, so that no peer can be asked for them.
    """

    filters: Filters
    is_deep: bool = False
    is_mistyped: bool = False

    @property
    def name(self) -> str:
        """The question in a few words."""
        filters = self.filters
        parts = [f'"{filters.words}"'] if filters.words else []
        parts += [f"{choice.facet} {choice.value}" for choice in sorted(filters.chosen)]
        parts += [f"{filters.near.miles:g} mi of {filters.near.place}"] if filters.near else []
        text = ", ".join(parts) or "everything"
        return f"{text}, by {filters.order}" + (", middle page" if self.is_deep else "")


def _asked(words: str = "", *chosen: tuple[Facet, str], near: Near | None = None) -> Question:
    return Question(Filters(words=words, chosen=frozenset(Choice(*one) for one in chosen), near=near))


def _sorted(question: Question, sort: Sort) -> Question:
    return replace(question, filters=replace(question.filters, sort=sort), is_deep=True)


_CITY = Near("10001", 25)
_EVERYWHERE = Near("90012", 3000)

QUESTIONS = (
    _asked(),
    *(_asked("anxiety"[:length]) for length in range(1, 8)),
    _asked("mary sam"),
    _asked("smi", (Facet.STATE, "ca")),
    _asked("", (Facet.STATE, "ca"), (Facet.PAYER, "medicaid")),
    _asked("", (Facet.PAYER, "aetna"), (Facet.FORMAT, "video"), near=_CITY),
    _asked("trauma", (Facet.SPECIALTY, "ptsd"), near=_CITY),
    replace(_asked("therapy"), is_deep=True),
    _sorted(_asked("", (Facet.ACCEPTING, "yes")), Sort.NAME),
    _sorted(_asked("", (Facet.LANGUAGE, "es"), (Facet.AGE, "teens"), (Facet.AGE, "adults")), Sort.VERIFIED),
    replace(_asked("", near=_EVERYWHERE), is_deep=True),
    _asked("grief sleep", (Facet.PAYER, "medicaid")),
    _asked("trauma couples emdr", (Facet.FORMAT, "video"), (Facet.GENDER, "woman")),
    _asked("poughkeepsie"),
    _asked("springfield office"),
    replace(_asked("deppression"), is_mistyped=True),
)
