"""From any revision of the notebook to the newest, in one transaction: killed anywhere, the old one is whole."""

from collections.abc import Sequence
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from therapist_desktop.data.notebook_file import HEAD


def steps() -> ScriptDirectory:
    """All steps there are."""
    here = Path(__file__).parent
    return ScriptDirectory(str(here), version_locations=[str(here / "versions")])


def upgrade(engine: Engine, to: str = HEAD) -> None:
    """Begin a notebook, or bring one up to this revision."""
    known = steps()

    def way(heads: Sequence[str], _context: MigrationContext) -> list[MigrationStep]:
        newest_first = [*known.iterate_revisions(to, heads[0] if heads else "base")]
        return [MigrationStep.upgrade_from_script(known.revision_map, one) for one in reversed(newest_first)]

    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"transactional_ddl": True, "fn": way})
        with Operations.context(context):
            context.run_migrations()
