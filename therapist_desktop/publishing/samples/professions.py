"""The professions of sample providers: credential letters, how common they are and what a session costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from therapist_desktop.publishing.samples.chances import Wheel

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Profession:
    """One kind of professional. `fee` is the middle of what a session costs, in dollars."""

    type: str
    credentials: tuple[str, ...]
    weight: float
    fee: int
    prescribes: bool = False


_ALL: Final = (
    Profession("clinical-social-worker", ("LCSW", "LCSW", "LICSW"), 25, 150),
    Profession("professional-counselor", ("LPC", "LPCC", "LCPC"), 18, 140),
    Profession("mental-health-counselor", ("LMHC", "LCMHC"), 11, 140),
    Profession("marriage-and-family-therapist", ("LMFT", "LMFT", "MFT"), 12, 160),
    Profession("psychologist", ("PhD", "PsyD", "PhD"), 12, 200),
    Profession("social-worker", ("LMSW", "MSW"), 4, 120),
    Profession("psychiatrist", ("MD", "DO"), 4, 300, prescribes=True),
    Profession("psychiatric-nurse-practitioner", ("PMHNP-BC", "PMHNP"), 5, 220, prescribes=True),
    Profession("addiction-counselor", ("CADC", "LADC", "CASAC"), 3, 110),
    Profession("therapist-in-training", ("AMFT", "APCC", "ASW"), 3, 80),
    Profession("child-psychologist", ("PhD", "PsyD"), 1.2, 210),
    Profession("child-psychiatrist", ("MD",), 1, 320, prescribes=True),
    Profession("neuropsychologist", ("PhD", "PsyD"), 0.8, 260),
    Profession("school-psychologist", ("NCSP", "LEP"), 0.6, 150),
    Profession("behavior-analyst", ("BCBA",), 1, 130),
    Profession("art-therapist", ("ATR-BC", "LCAT"), 0.8, 130),
    Profession("music-therapist", ("MT-BC",), 0.4, 120),
    Profession("creative-arts-therapist", ("R-DMT", "RDT"), 0.3, 120),
    Profession("psychoanalyst", ("LP",), 0.5, 190),
    Profession("pastoral-counselor", ("LPPC",), 0.5, 100),
    Profession("physician-assistant", ("PA-C",), 0.5, 200, prescribes=True),
    Profession("psychiatric-nurse-specialist", ("PMHCNS-BC",), 0.4, 210, prescribes=True),
    Profession("addiction-psychiatrist", ("MD",), 0.4, 320, prescribes=True),
    Profession("geriatric-psychiatrist", ("MD",), 0.3, 310, prescribes=True),
    Profession("addiction-medicine-doctor", ("MD", "DO"), 0.3, 280, prescribes=True),
    Profession("rehabilitation-counselor", ("CRC",), 0.4, 110),
    Profession("peer-specialist", ("CPS",), 0.3, 60),
    Profession("occupational-therapist", ("OTR/L",), 0.3, 140),
)


def professions(known: Iterable[str]) -> Wheel[Profession]:
    """Those professions that the taxonomy has; all of them where it has none."""
    types = set(known)
    kept = [one for one in _ALL if one.type in types] or list(_ALL)
    return Wheel(kept, [one.weight for one in kept])
