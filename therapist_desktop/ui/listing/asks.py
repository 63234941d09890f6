"""What somebody who reads about a listing may ask for."""

from PySide6.QtCore import QObject, Signal


class Asks(QObject):
    """One place for the wishes of all tabs; nothing is done here."""

    copy_requested = Signal(str)
    piece_requested = Signal(str)
    filter_requested = Signal(object)  # Choice
    link_requested = Signal(str)
    listing_requested = Signal(str)
    code_requested = Signal(str)
    mark_requested = Signal()
    outcome_requested = Signal(object)  # Outcome
