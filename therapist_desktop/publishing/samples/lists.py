"""The taxonomy as wheels: which values are common, which are rare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from therapist_desktop.publishing.samples.chances import Draw, Wheel, by_rank, shuffled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from therapist_desktop.data.datafile.records import TaxonomyRecord

COMMON: Final[Mapping[str, str]] = {
    "specialty": (
        "depression generalized-anxiety stress ptsd grief couples self-esteem life-transitions adhd complex-trauma"
        " parenting family-conflict burnout panic social-anxiety coping-skills ocd bipolar alcohol womens-issues"
        " substance-use separation-and-divorce lgbtq-affirming autism anger-and-impulse insomnia borderline"
        " co-occurring chronic-illness mens-issues career loneliness childhood-abuse-survivors perinatal-mood"
        " suicidal-thoughts"
    ),
    "approach": (
        "cbt mindfulness person-centered psychodynamic act dbt emdr solution-focused motivational-interviewing"
        " family-systems strength-based integrative attachment-based narrative tf-cbt humanistic ifs somatic"
        " emotionally-focused interpersonal culturally-sensitive exposure erp gottman play-therapy"
    ),
    "payer": (
        "aetna blue-cross-blue-shield cigna unitedhealthcare self-pay medicaid optum medicare sliding-scale"
        " out-of-network humana tricare carelon magellan oscar molina anthem eap umr oxford"
    ),
    "language": "es ase zh fr vi ru ko ar pt tl ht hi de pl fa cmn yue it he ja uk ur pa gu bn am so",
    "service": (
        "individual-counseling group-counseling family-counseling case-management discharge-planning aftercare"
        " mental-health-assessment substance-use-assessment peer-support suicide-prevention urine-drug-test"
        " tobacco-screening naltrexone buprenorphine crisis-team social-skills transportation housing-help"
    ),
    "program": "co-occurring trauma ptsd young-adults women men veterans seniors lgbtq teens serious-mental-illness",
    "payment": (
        "cash medicaid private-insurance medicare state-insurance military-insurance sliding-fee payment-assistance"
    ),
}
"""What comes up most often, the commonest first. Everything else of the taxonomy follows in an order of the seed."""


class Lists:
    """The values of a taxonomy, ready to be drawn. Values of our lists that it does not have are left out."""

    def __init__(self, taxonomy: Iterable[TaxonomyRecord], draw: Draw) -> None:
        self._records = tuple(record for record in taxonomy if record.code and not record.group)
        self._known = {record.id: record for record in self._records}
        self._order = {record.id: number for number, record in enumerate(self._records)}
        self._wheels = {facet: by_rank(self._ranked(facet, draw)) for facet in COMMON if self.values(facet)}

    def values(self, facet: str) -> list[str]:
        """All values of a facet in screen order, headings left out."""
        return [record.code for record in self._records if record.taxonomy == facet]

    def codes(self, facet: str, value: str) -> tuple[str, ...]:
        """The codes of a value, for a compact its states; nothing for a value that the taxonomy does not have."""
        record = self._known.get(f"{facet}/{value}")
        return record.codes if record else ()

    def known(self, facet: str, values: Iterable[str]) -> tuple[str, ...]:
        """Those of the values that the taxonomy has, each once, in screen order."""
        found = {f"{facet}/{value}" for value in values}
        return tuple(self._known[key].code for key in sorted(found & self._known.keys(), key=self._order.__getitem__))

    def some(self, facet: str, count: int, draw: Draw) -> tuple[str, ...]:
        """So many values of a facet by how common they are, in screen order."""
        wheel = self._wheels.get(facet)
        return self.known(facet, wheel.some(count, draw)) if wheel else ()

    def ranked(self, facet: str, count: int, draw: Draw) -> list[str]:
        """The same in the order drawn."""
        wheel: Wheel[str] | None = self._wheels.get(facet)
        return wheel.some(count, draw) if wheel else []

    def words(self, facet: str, value: str) -> str:
        """A label as it reads inside a sentence: "grief and bereavement", "EMDR"."""
        label = self._known[f"{facet}/{value}"].name.split(" (")[0]
        if label.split(" ")[0] in _PROPER or not _is_plain(label):
            return label
        return label[0].lower() + label[1:]

    def _ranked(self, facet: str, draw: Draw) -> Sequence[str]:
        values = self.values(facet)
        common = [value for value in COMMON[facet].split() if value in values]
        return common + shuffled([value for value in values if value not in common], draw)


_PROPER: Final = frozenset({"Jungian", "Adlerian", "Christian", "Gottman", "Imago", "Matrix"})


def _is_plain(label: str) -> bool:
    """Begins like an ordinary word: one capital, then a small letter."""
    return label[:1].isupper() and label[1:2].islower()
