"""The quick decoder never says anything else than the record types."""

from itertools import chain

import pytest

from tests.made import COMPACTS, FACETS, crowd, whole
from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.checking import Quarantined, decode_all
from therapist_desktop.data.datafile.quick import QuickDecoder
from therapist_desktop.data.datafile.reading import Batch
from therapist_desktop.data.datafile.records import AnyRecord

KNOWN = QuickDecoder(
    {facet: ["", *(code for code, *_ in values)] for facet, values in FACETS.items()} | {"compact": ["", *COMPACTS]}
)
FIELDS = (
    '"id":"test:a\\ntest:b"',
    '"id":"no colon"',
    '"id":"test:x\\n"',
    '"id":"t:' + "x" * 139 + '"',
    '"specialty":["depression","unheard-of"]',
    '"specialty":[""]',
    '"payer":[{"id":"acme"},{"id":"elsewhere","role":"in-network"}]',
    '"payer":[{"id":"acme","role":"perhaps"}]',
    '"payer":[{"id":"acme","plan_type":"ppo"},{"id":"acme","plan_type":"unheard-of"},{"id":"acme","plan_type":null}]',
    '"payer":[{"id":"acme","plan_type":""}]',
    '"compact":["psypact","unheard-of"]',
    '"compact":[""]',
    '"when":["evenings","tomorrow"]',
    '"claims":[{"field":"phones","value":"212-555-0199","source":"Test list"}]',
    '"claims":[{"field":"","value":"x"}]',
    '"address":{"state_province":"NY","postal_code":"10001"}',
    '"address":{"state_province":"NY\\n"}',
    '"address":{"state_province":"ny"}',
    '"address":{"postal_code":"1000"}',
    '"address":{"postal_code":"10001\\n10002"}',
    '"other_addresses":[{"postal_code":"1000A"}]',
    '"other_addresses":[{"city":"Albany","postal_code":"12207"}]',
    '"phones":[{"number":"2125550100","extension":"12"}]',
    '"phones":[{"number":"12"}]',
    '"phones":[{"number":""}]',
    '"phones":[{"number":"212\\n555"}]',
    '"phones":[{"number":"2125550100","extension":"x"}]',
    '"npi":"1234567893"',
    '"npi":"123"',
    '"npi":null',
    '"licenses":[{"state_province":"CA"}]',
    '"licenses":[{"state_province":"Ca"}]',
    '"verified_on":"2026-02-30"',
    '"url":"ftp://x"',
    '"colour":"red"',
    '"description":"' + "x" * 20_001 + '"',
    '"sample":1',
)


def both(lines: list[bytes]) -> tuple[list[object], list[object]]:
    batch = Batch(2, lines)
    return plain(KNOWN.decode_all(batch)), plain(decode_all(batch))


def plain(records: list[AnyRecord | Quarantined]) -> list[object]:
    return [one if isinstance(one, Quarantined) else encode(one) for one in records]


def test_good_records_are_the_same_records() -> None:
    lines = [one if isinstance(one, bytes) else encode(one) for one in whole(crowd(300))]
    quick, slow = both(lines)
    assert quick == slow == lines


@pytest.mark.parametrize("kind", ["provider", "center", "widget"])
@pytest.mark.parametrize("field", FIELDS)
def test_an_odd_field_is_judged_the_same(kind: str, field: str) -> None:
    own = "" if field.startswith('"id"') else '"id":"test:p1",'
    odd = f'{{{own}{field},"kind":"{kind}","name":"Pat"}}'.encode()
    good = [encode(one) for one in crowd(3)]
    quick, slow = both([*good, odd, *good])
    assert quick == slow


def test_many_odd_lines_at_once_are_judged_the_same() -> None:
    odd = [f'{{{field},"kind":"center","name":"Pat"}}'.encode() for field in FIELDS]
    quick, slow = both(
        [*chain.from_iterable(zip(odd, map(encode, crowd(len(odd))), strict=True)), b"", b"\xff", b"[" * 5000]
    )
    assert quick == slow
    assert any(isinstance(one, Quarantined) for one in quick)
