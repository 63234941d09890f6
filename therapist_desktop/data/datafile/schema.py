"""The JSON Schema of the data file, made from the record types. `python -m` this module prints it."""

import json
from typing import Any

import msgspec

from therapist_desktop.data.datafile.records import FORMAT, AnyRecord, Header, Tombstone


def json_schema() -> str:
    """The schema of one line of a data file, as text that ends in a line end."""
    (line,), components = msgspec.json.schema_components(
        [Header | AnyRecord],
        ref_template="#/$defs/{name}",
    )
    (gone,), more = msgspec.json.schema_components([Tombstone], ref_template="#/$defs/{name}")
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Therapist Desktop data file, format {FORMAT}: one line",
        "anyOf": [line, gone],
        "$defs": dict(sorted((components | more).items())),
    }
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(json_schema())
