"""What is said of a made-up listing, wherever one stands."""

from therapist_desktop.ui.i18n import translate


def sample_word() -> str:
    """Where there is room for one word."""
    return translate("Sample", "SAMPLE")


def sample_in_full() -> str:
    """Where it can be said in full."""
    return translate("Sample", "SAMPLE, not a real listing")
