"""Asks before anything outside the program is opened, and names it in full."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.services.html import link_scheme
from therapist_desktop.ui.widgets.words import Words

OUTSIDE = ("https", "mailto", "tel")
_FOREIGN = "xn--"
_MARGIN = 24
WIDE = 26
"""How wide the words are at the least, in lines of text."""


class OutsideDialog(QDialog):
    """Open this address with another program, yes or no?"""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = address
        scheme = link_scheme(address)
        questions = {
            "mailto": self.tr("Write to this address with your e-mail program?"),
            "tel": self.tr("Call this number with your telephone program?"),
        }
        question = questions.get(scheme, self.tr("Open this page in your web browser?"))
        self.setWindowTitle(self.tr("Leave Therapist Desktop"))
        self.setMinimumWidth(WIDE * self.fontMetrics().height())

        self.target = Words(_named(address), "title")
        self.target.setAccessibleName(self.tr("It goes to {target}").format(target=self.target.words))
        buttons = QDialogButtonBox()
        self.open_button = QPushButton(self.tr("&Open"))
        self.open_button.setToolTip(self.tr("Open it outside this program"))
        self.stay_button = QPushButton(self.tr("&Stay here"))
        self.stay_button.setToolTip(self.tr("Do not open it (Esc)"))
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.stay_button, QDialogButtonBox.ButtonRole.RejectRole)

        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_MARGIN // 2)
        page.addWidget(Words(question))
        page.addWidget(self.target)
        warning = self._warning(address)
        if warning:
            page.addWidget(Words(warning, "error"))
        if scheme == "https":
            page.addWidget(Words(_encoded(address), "muted"))
            page.addWidget(Words(self.tr("What you see there is not part of your directory."), "caption"))
        page.addStretch(1)
        page.addWidget(buttons)

        self.open_button.setAutoDefault(False)
        self.stay_button.setDefault(True)
        self.stay_button.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def _warning(self, address: str) -> str:
        """What is unusual about a host, if anything is."""
        host = QUrl(address).host(QUrl.ComponentFormattingOption.FullyEncoded)
        if any(part.startswith(_FOREIGN) for part in host.split(".")):
            return self.tr("Careful: this name has letters that can look like others. Open it only if you expected it.")
        if host and (":" in host or host.replace(".", "").isdigit()):
            return self.tr("Careful: this is a number and no name. Open it only if you expected it.")
        return ""


def ask_to_open(address: str, parent: QWidget) -> OutsideDialog | None:
    """Ask, and open the address on a yes. What is no safe outside address is not even asked about."""
    if link_scheme(address) not in OUTSIDE:
        return None
    dialog = OutsideDialog(address, parent)
    dialog.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _named(address: str) -> str:
    """The host in the letters it is looked up by, or the mailbox or number itself."""
    url = QUrl(address)
    if url.host():
        port = f":{url.port()}" if url.port() > 0 else ""
        return url.host(QUrl.ComponentFormattingOption.FullyEncoded) + port
    return address.partition(":")[2]


def _encoded(address: str) -> str:
    return QUrl(address).toString(QUrl.ComponentFormattingOption.FullyEncoded)
