"""What to say when something goes wrong: a sentence, what still works, and one way out."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain import errors
from therapist_desktop.ui.i18n import translate

if TYPE_CHECKING:
    from therapist_desktop.domain.errors import Trouble


class WayOut(Enum):
    """What the one button of a message does."""

    TRY_AGAIN = auto()
    SYNC = auto()
    SET_SOURCE = auto()
    CLEAR_FILTERS = auto()
    LOAD_ANYWAY = auto()
    DISMISS = auto()


class Message(NamedTuple):
    """Words for a banner or an empty view."""

    sentence: str
    next_step: str
    way_out: WayOut


_WAYS: dict[type[Trouble], tuple[str, WayOut]] = {
    errors.CatalogueDamaged: (
        "Sync loads it anew. The crisis page works all the same, and your own notes are not affected.",
        WayOut.SYNC,
    ),
    errors.NoCatalogue: ("Set a source to load one. The crisis page works already.", WayOut.SET_SOURCE),
    errors.NoStarter: (
        "Install the program again, or set a source. The crisis page works already.",
        WayOut.SET_SOURCE,
    ),
    errors.DiskFull: ("Free some space and try again. Nothing was changed.", WayOut.TRY_AGAIN),
    errors.NotWritable: (
        "Check that the folder exists and is yours to write. Nothing was changed.",
        WayOut.TRY_AGAIN,
    ),
    errors.ShelfBusy: ("Wait for it to end, then try again. Searching works as before.", WayOut.TRY_AGAIN),
    errors.Unreachable: (
        "Check the network or the address. Everything on this machine works as before.",
        WayOut.TRY_AGAIN,
    ),
    errors.NotASource: (
        "Name the address or folder that holds the publisher's metadata and targets folders.",
        WayOut.SET_SOURCE,
    ),
    errors.NoSource: ("Say where releases come from, once.", WayOut.SET_SOURCE),
    errors.NoTrust: (
        "Choose the publisher's key file (root.json) together with the source.",
        WayOut.SET_SOURCE,
    ),
    errors.Cancelled: ("Start it again whenever you like.", WayOut.DISMISS),
    errors.NotFound: ("Look for it with the search box.", WayOut.DISMISS),
    errors.UnknownValue: ("{hint}", WayOut.CLEAR_FILTERS),
    errors.Shrunk: ("If that is right, load it anyway. Nothing was changed.", WayOut.LOAD_ANYWAY),
    errors.NotTrusted: (
        "Nothing was changed. Ask the publisher, and do not use this source until they answer.",
        WayOut.DISMISS,
    ),
    errors.RolledBack: ("Nothing was changed. Ask the publisher why the source went back.", WayOut.DISMISS),
    errors.FormatTooNew: ("Update the program. The release you have stays in use.", WayOut.DISMISS),
    errors.DataFileBroken: (
        "Ask the publisher for the file again. The release you have stays in use.",
        WayOut.DISMISS,
    ),
    errors.Expired: (
        "Your data stays usable. Ask the publisher to sign again, and check this computer's clock.",
        WayOut.DISMISS,
    ),
    errors.WrongState: (
        "Nothing was changed. Sync again, and ask the publisher if it happens twice.",
        WayOut.TRY_AGAIN,
    ),
}


_LATE = (
    "Nothing was changed. If you know why the folder comes so late, and trust who brought it, load it anyway.",
    WayOut.LOAD_ANYWAY,
)


def explain(trouble: Trouble, *, may_be_late: bool = False) -> Message:
    """The words for this trouble. What the window has no words for says what the trouble says itself.

    A folder may reach somebody late: then signatures that ran out can be taken all the same.
    """
    kind = type(trouble)
    known = (_WAYS[one] for one in kind.__mro__ if one in _WAYS)
    usual = WayOut.DISMISS if issubclass(kind, errors.NotebookTrouble) else WayOut.TRY_AGAIN
    step, way_out = next(known, (kind.next_step, usual))
    if may_be_late and isinstance(trouble, errors.Expired):
        step, way_out = _LATE
    return Message(
        _filled(translate("Trouble", kind.sentence), trouble),
        _filled(translate("Trouble", step), trouble),
        way_out,
    )


def label(way_out: WayOut) -> str:
    """What stands on the button."""
    labels = {
        WayOut.TRY_AGAIN: translate("WayOut", "Try again"),
        WayOut.SYNC: translate("WayOut", "Sync now"),
        WayOut.SET_SOURCE: translate("WayOut", "Set the source..."),
        WayOut.CLEAR_FILTERS: translate("WayOut", "Clear all filters"),
        WayOut.LOAD_ANYWAY: translate("WayOut", "Load it anyway"),
        WayOut.DISMISS: translate("WayOut", "Close"),
    }
    return labels[way_out]


def _filled(text: str, trouble: Trouble) -> str:
    try:
        return text.format(**trouble.facts).replace(" ()", "")  # what is not known is not said
    except (KeyError, IndexError):
        return str(trouble)
