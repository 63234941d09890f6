"""What is kept while reading: bookmarks, reading list, highlights with notes, places in pages, reports of errors."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Room for pages and what is kept of them."""
    op.create_table(
        "piece",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("section", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_piece"),
    )
    op.create_table(
        "bookmark",
        sa.Column("piece_id", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        *_of_a_piece("bookmark", "piece_id"),
    )
    op.create_table(
        "to_read",
        sa.Column("piece_id", sa.String, nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.Column("done_at", sa.DateTime, nullable=True),
        *_of_a_piece("to_read", "piece_id"),
    )
    op.create_table(
        "reading",
        sa.Column("piece_id", sa.String, nullable=False),
        sa.Column("fraction", sa.Float, nullable=False),
        sa.Column("heading", sa.String, nullable=False),
        sa.Column("last_read", sa.DateTime, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        *_of_a_piece("reading", "piece_id"),
    )
    op.create_table(
        "highlight",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("piece_id", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("quote", sa.String, nullable=False),
        sa.Column("before", sa.String, nullable=False),
        sa.Column("after", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Column("colour", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        *_of_a_piece("highlight", "id"),
    )
    op.create_index("ix_highlight_piece_id", "highlight", ["piece_id"])
    op.create_table(
        "report",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("piece_id", sa.String, nullable=False),
        sa.Column("release", sa.Integer, nullable=False),
        sa.Column("quote", sa.String, nullable=False),
        sa.Column("wrong", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("is_draft", sa.Boolean, nullable=False),
        sa.Column("exported_at", sa.DateTime, nullable=True),
        *_of_a_piece("report", "id"),
    )
    op.create_index("ix_report_piece_id", "report", ["piece_id"])


def _of_a_piece(table: str, key: str) -> tuple[sa.PrimaryKeyConstraint, sa.ForeignKeyConstraint]:
    return (
        sa.PrimaryKeyConstraint(key, name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["piece_id"], ["piece.id"], name=f"fk_{table}_piece_id"),
    )
