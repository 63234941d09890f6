"""What an answer says about the words that were typed: one sentence each."""

from dataclasses import dataclass
from enum import StrEnum

from therapist_desktop.domain.text import MAX_TEXT, MAX_WORDS, one_line, shorten

_TYPED = 60
_NAMED = 4


class Saying(StrEnum):
    """The sentences, to be filled with what was typed and what is shown for it."""

    SPELLED = 'Showing "{meant}" for "{typed}".'
    SOUNDS = 'Nothing is spelled "{typed}": showing names that sound like it ({meant}).'
    NOT_A_PHONE = '"{typed}" is not a phone number, which has ten digits.'
    NOT_AN_NPI = '"{typed}" is not an NPI, which has ten digits.'
    CHECK_DIGIT = "{typed} is not an NPI: its check digit is wrong."
    LEFT_OUT = 'A search takes {words} words and {letters} letters at most. Left out: "{typed}".'


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say about typed words; `meant` is what is shown for them, if anything."""

    saying: Saying
    typed: str
    meant: tuple[str, ...] = ()

    @property
    def facts(self) -> dict[str, str]:
        """What the sentence is filled with: short, and on one line."""
        named = ", ".join(word.capitalize() for word in self.meant[:_NAMED])
        more = ", ..." if len(self.meant) > _NAMED else ""
        return {
            "typed": shorten(one_line(self.typed), _TYPED),
            "meant": named + more if self.saying is Saying.SOUNDS else ", ".join(self.meant),
            "words": str(MAX_WORDS),
            "letters": str(MAX_TEXT),
        }

    @property
    def sentence(self) -> str:
        """The whole sentence in English."""
        return self.saying.format(**self.facts)
