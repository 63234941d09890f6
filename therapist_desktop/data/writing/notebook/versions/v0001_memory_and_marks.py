"""What the window remembers, and marks on listings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

APPLICATION_ID = 0x54446E62


def upgrade() -> None:
    """Begin a notebook."""
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    op.create_table(
        "memory",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_memory"),
    )
    op.create_table(
        "listing",
        sa.Column("id", sa.String, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("kind", "name", "phone", "city", "state")),
        sa.PrimaryKeyConstraint("id", name="pk_listing"),
    )
    op.create_table(
        "mark",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("listing_id", sa.String, nullable=False),
        sa.Column("marked_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_mark"),
        sa.ForeignKeyConstraint(["listing_id"], ["listing.id"], name="fk_mark_listing_id"),
        sa.UniqueConstraint("listing_id", name="uq_mark_listing_id"),
    )
