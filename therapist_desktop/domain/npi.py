"""The National Provider Identifier of the United States: ten digits, the last of which checks the others.

Source: CMS, "Requirements for National Provider Identifier (NPI) and NPI Check Digit" (2004): the Luhn formula of
ISO/IEC 7812 over the digits with 80840 in front of them (80 for health applications, 840 for the United States).
"""

DIGITS = 10
_IN_FRONT = "80840"


def is_npi(number: str) -> bool:
    """Whether this is ten plain digits with the right check digit."""
    return len(number) == DIGITS and number.isascii() and number.isdigit() and check_digit(number[:-1]) == number[-1]


def check_digit(nine: str) -> str:
    """The tenth digit for the first nine."""
    total = 0
    for place, digit in enumerate(reversed(_IN_FRONT + nine)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return str(-total % 10)
