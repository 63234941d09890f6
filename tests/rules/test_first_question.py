"""What the first questions load, seen in a fresh interpreter: nothing that takes megabytes for one call."""

import json
import subprocess
import sys
from pathlib import Path

from tests.rules.source import ROOT

NOT_FOR_A_QUESTION = {
    "_hashlib": "OpenSSL",
    "numpy.ma": "masked arrays",
    "numpy.random": "chances",
    "PySide6": "the window",
    "sqlalchemy": "what writes",
}
PROGRAM = """
import json, sys
from pathlib import Path
from therapist_desktop.domain.filters import Filters
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.shelf import Shelf

current = Shelf(Path(sys.argv[1]) / "catalogues").in_use()
catalogue = Catalogue(current.file)
catalogue.warm()
results = catalogue.search(Filters(words="anx"))
catalogue.listing(catalogue.page(results, 0, 1)[0].id)
catalogue.piece(catalogue.pieces()[0].id)
catalogue.answers("anxiety")
catalogue.clusters(results, 4)
print(json.dumps([results.total, current.is_whole, [*sys.modules]]))
"""


def test_the_first_questions_load_what_they_need(starter_once: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, starter_once], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    total, is_whole, modules = json.loads(done.stdout)
    assert total > 0
    assert is_whole
    assert {"numpy", "pyroaring"} <= {*modules}
    assert not NOT_FOR_A_QUESTION.keys() & {*modules}
