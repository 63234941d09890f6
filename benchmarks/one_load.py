"""A child process: one load of a data file on a bench of its own, which goes when it is done.

python -m benchmarks.one_load DATA_FILE FOLDER
"""

import sys
import tempfile
from pathlib import Path

from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.services.loading import load


def main() -> int:
    """Run the child."""
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as bench:
        load(DataFile(Path(sys.argv[1])), Path(bench), lambda _progress: None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
