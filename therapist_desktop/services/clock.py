"""What day it is."""

from datetime import date, datetime


def local_day() -> date:
    """The day where the person is: ages, turns and notes are counted by it."""
    return datetime.now().astimezone().date()
