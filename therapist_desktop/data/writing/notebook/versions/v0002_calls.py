"""How calls to listings ended."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Room for calls."""
    op.create_table(
        "call",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("listing_id", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("number", name="pk_call"),
        sa.ForeignKeyConstraint(["listing_id"], ["listing.id"], name="fk_call_listing_id"),
    )
    op.create_index("ix_call_listing_id", "call", ["listing_id"])
