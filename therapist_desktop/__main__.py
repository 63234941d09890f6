"""python -m therapist_desktop"""

import sys

from therapist_desktop.cli import main

sys.exit(main())
