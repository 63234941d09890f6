"""What Qt calls an index, as its stubs want it spelled."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
"""Above all rows of a table or a list."""
