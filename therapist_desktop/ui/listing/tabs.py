"""The tabs of the detail pane: their words, their pictures, and which of them have nothing to say."""

from enum import StrEnum

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.listing import Listing
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.i18n import translate


class Tab(StrEnum):
    """The parts of what is known about a listing, in the order of their tabs."""

    OVERVIEW = "overview"
    CONTACT = "contact"
    FEES = "fees"
    APPROACH = "approach"
    ACCESS = "access"
    ARTICLES = "articles"
    SOURCES = "sources"
    NOTES = "notes"


PICTURES = {
    Tab.OVERVIEW: "info",
    Tab.CONTACT: "phone",
    Tab.FEES: "wallet",
    Tab.APPROACH: "brain",
    Tab.ACCESS: "clock",
    Tab.ARTICLES: "book-open",
    Tab.SOURCES: "database",
    Tab.NOTES: "notebook-pen",
}
APPROACH = (Facet.SPECIALTY, Facet.APPROACH, Facet.CARE, Facet.SETTING, Facet.SERVICE, Facet.PROGRAM)
ACCESS = (
    Facet.FORMAT,
    Facet.WHEN,
    Facet.AGE,
    Facet.PARTICIPANTS,
    Facet.LANGUAGE,
    Facet.ACCESS,
    Facet.GENDER,
    Facet.IDENTITY,
    Facet.FAITH,
    Facet.PROVIDER_TYPE,
    Facet.FACILITY,
)


def tab_of(name: str) -> Tab:
    """The tab with this name; the first one for a name that is none."""
    return Tab(name) if name in set(Tab) else Tab.OVERVIEW


def label_of(tab: Tab, kind: Kind | None = None) -> str:
    """What stands on a tab. What a person is trained in is their approach, what a center does are its services."""
    if tab is Tab.APPROACH and kind is Kind.CENTER:
        return translate("Tabs", "Services")
    return {
        Tab.OVERVIEW: translate("Tabs", "Overview"),
        Tab.CONTACT: translate("Tabs", "Contact"),
        Tab.FEES: translate("Tabs", "Fees"),
        Tab.APPROACH: translate("Tabs", "Approach"),
        Tab.ACCESS: translate("Tabs", "Access"),
        Tab.ARTICLES: translate("Tabs", "Articles"),
        Tab.SOURCES: translate("Tabs", "Sources"),
        Tab.NOTES: translate("Tabs", "Notes"),
    }[tab]


def tip_of(tab: Tab) -> str:
    """What is behind a tab, in a few words."""
    return {
        Tab.OVERVIEW: translate("Tabs", "Next step, openings, address"),
        Tab.CONTACT: translate("Tabs", "All phones, web, e-mail, addresses, QR code"),
        Tab.FEES: translate("Tabs", "Who pays, and what it costs"),
        Tab.APPROACH: translate("Tabs", "What is treated, and how"),
        Tab.ACCESS: translate("Tabs", "In person or video, hours, ages, languages, licences"),
        Tab.ARTICLES: translate("Tabs", "Articles by this provider, and pages on what they treat"),
        Tab.SOURCES: translate("Tabs", "Where each fact comes from, and how old it is"),
        Tab.NOTES: translate("Tabs", "Your mark, and how calls ended"),
    }[tab]


def is_empty(tab: Tab, listing: Listing) -> bool:
    """Nothing is known that would stand on this tab."""
    match tab:
        case Tab.CONTACT:
            known: object = listing.phones or listing.email or listing.url or listing.location.lines
        case Tab.FEES:
            paid = (Facet.PLAN, Facet.FEE, Facet.PAYMENT)
            known = listing.payers or listing.fees or any(map(listing.having, paid))
        case Tab.APPROACH:
            known = any(map(listing.having, APPROACH))
        case Tab.ACCESS:
            states = listing.having(Facet.CLIENT_STATE)
            known = listing.hours or listing.licenses or states or any(map(listing.having, ACCESS))
        case Tab.ARTICLES:
            known = listing.articles or listing.topics
        case _:
            known = True
    return not known
