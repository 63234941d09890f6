"""The names of the states on the map."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from therapist_desktop.services.outline import read_outline
from therapist_desktop.ui.sight import Sight
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.map_names import Names


def test_no_name_of_a_state_lies_under_the_sign_of_the_circle(appearance: Appearance) -> None:
    names = Names(appearance)
    names.take(read_outline())
    sight = Sight(0.227, 0.386, 5.5, 800, 600)
    for _ in names.choose(sight, (), 1.0):
        pass

    def painted(sign: QRectF) -> QImage:
        picture = QImage(800, 600, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        names.paint(painter, sight, 1.0, sign)
        painter.end()
        return picture

    blank = QImage(800, 600, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    assert painted(QRectF()) != blank
    assert painted(QRectF(0, 0, 800, 600)) == blank
