"""What the sections and kinds of the library are called on the screen."""

from PySide6.QtCore import QCoreApplication

from therapist_desktop.domain.library import PieceKind, Section, Shelf

SECTION_ICONS = {
    Section.ABOUT_THERAPY: "heart-handshake",
    Section.DISORDER: "brain",
    Section.MEDICATION: "pill",
    Section.APPROACH: "hand-heart",
    Section.ARTICLE: "file-text",
    Section.TERM: "book-marked",
    Section.HOTLINE: "phone",
    Section.SUPPORT_GROUP: "users",
    Section.BOOK: "book-open",
    Section.WEBSITE: "globe",
    Section.FAQ: "circle-help",
    Section.NEWS: "newspaper",
    Section.ABOUT: "info",
}
SHELF_ICONS = {
    Shelf.CONTENTS: "list-tree",
    Shelf.WHATS_NEW: "bell",
    Shelf.READING_LIST: "glasses",
    Shelf.BOOKMARKS: "bookmark",
    Shelf.HIGHLIGHTS: "highlighter",
    Shelf.RECENT: "history",
}


def section_name(section: Section) -> str:
    """The name of a shelf of the library."""
    return {
        Section.ABOUT_THERAPY: QCoreApplication.translate("Library", "About therapy"),
        Section.DISORDER: QCoreApplication.translate("Library", "Disorders & conditions"),
        Section.MEDICATION: QCoreApplication.translate("Library", "Medications"),
        Section.APPROACH: QCoreApplication.translate("Library", "Treatment approaches"),
        Section.ARTICLE: QCoreApplication.translate("Library", "Articles"),
        Section.TERM: QCoreApplication.translate("Library", "Dictionary"),
        Section.HOTLINE: QCoreApplication.translate("Library", "Hotlines"),
        Section.SUPPORT_GROUP: QCoreApplication.translate("Library", "Support groups"),
        Section.BOOK: QCoreApplication.translate("Library", "Books"),
        Section.WEBSITE: QCoreApplication.translate("Library", "Web sites"),
        Section.FAQ: QCoreApplication.translate("Library", "FAQ"),
        Section.NEWS: QCoreApplication.translate("Library", "News"),
        Section.ABOUT: QCoreApplication.translate("Library", "About and legal"),
    }[section]


def shelf_name(shelf: Shelf) -> str:
    """The name of a view over all sections, or of what the person keeps."""
    return {
        Shelf.CONTENTS: QCoreApplication.translate("Library", "Contents"),
        Shelf.WHATS_NEW: QCoreApplication.translate("Library", "What\u2019s new"),
        Shelf.READING_LIST: QCoreApplication.translate("Library", "Reading list"),
        Shelf.BOOKMARKS: QCoreApplication.translate("Library", "Bookmarks"),
        Shelf.HIGHLIGHTS: QCoreApplication.translate("Library", "Highlights and notes"),
        Shelf.RECENT: QCoreApplication.translate("Library", "Recently read"),
    }[shelf]


def kind_name(kind: PieceKind) -> str:
    """One piece of this kind, in one or two words."""
    return {
        PieceKind.ARTICLE: QCoreApplication.translate("Library", "Article"),
        PieceKind.TOPIC: QCoreApplication.translate("Library", "Topic"),
        PieceKind.TERM: QCoreApplication.translate("Library", "Dictionary term"),
        PieceKind.HOTLINE: QCoreApplication.translate("Library", "Hotline"),
        PieceKind.SUPPORT_GROUP: QCoreApplication.translate("Library", "Support group"),
        PieceKind.BOOK: QCoreApplication.translate("Library", "Book"),
        PieceKind.WEBSITE: QCoreApplication.translate("Library", "Web site"),
        PieceKind.NEWS: QCoreApplication.translate("Library", "News"),
        PieceKind.FAQ: QCoreApplication.translate("Library", "Question and answer"),
    }[kind]
