"""One number is spelled one way wherever it stands on the screen."""

import pytest

from therapist_desktop.domain.phone import Phone, spelled


@pytest.mark.parametrize("phone", [Phone("8888526672"), Phone("8888526672", "3"), Phone("988"), Phone(raw="ask Dana")])
def test_what_is_copied_is_spelled_as_it_is_shown(phone: Phone) -> None:
    assert spelled(phone.dialable) == phone.shown


def test_what_is_no_number_stays() -> None:
    assert spelled("") == ""
    assert spelled("(888) 852-6672") == "(888) 852-6672"
    assert spelled("888-85-COMPA") == "888-85-COMPA"
