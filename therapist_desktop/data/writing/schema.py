"""The tables of a catalogue file."""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

TABLES = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


META = Table("meta", TABLES, Column("key", Text, primary_key=True), _text("value"))

CARD = Table(
    "card",
    TABLES,
    Column("row", Integer, primary_key=True, autoincrement=False),
    _text("id"),
    Column("kind", Integer, nullable=False),
    _text("name"),
    _text("folded"),
    _text("about"),
    _text("city"),
    _text("state"),
    _text("zip"),
    _text("phone"),
    _text("takes"),
    _text("accepting"),
    Column("verified", Integer, nullable=False),
    Column("latitude", Integer, nullable=False),
    Column("longitude", Integer, nullable=False),
    Column("sample", Integer, nullable=False),
)
Index("card_by_id", CARD.c.id, unique=True)

DETAIL = Table(
    "detail",
    TABLES,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("digest", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

FACET = Table(
    "facet",
    TABLES,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("facet"),
    _text("value"),
    _text("label"),
    _text("parent"),
    Column("grouped", Integer, nullable=False),
    _text("aliases"),
    Column("count", Integer, nullable=False),
)

MEMBERS = Table(
    "members",
    TABLES,
    Column("facet_id", Integer, primary_key=True, autoincrement=False),
    Column("bitmap", LargeBinary, nullable=False),
)
"""The rows that have a value of a facet; apart from the values, which the first picture needs without them."""

POST = Table(
    "post",
    TABLES,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("bitmap", LargeBinary, nullable=False),
)

NUMBER = Table(
    "number",
    TABLES,
    Column("number", Text, primary_key=True),
    Column("row", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What a listing can be looked up by: phones (ten digits), NPI, licence numbers (letters and digits, folded)."""

WORDING = Table(
    "wording",
    TABLES,
    Column("piece", Integer, primary_key=True, autoincrement=False),
    Column("starts", LargeBinary, nullable=False),
    Column("words", LargeBinary, nullable=False),
)
"""The words of WORDING_ROWS listings in reading order, as zstd-compressed uint32 word numbers: `starts` says where each
listing begins (one more than there are rows), and 0 stands between two fields, so that no phrase runs across."""

COL = Table("col", TABLES, Column("name", Text, primary_key=True), Column("data", LargeBinary, nullable=False))

PLACE = Table(
    "place",
    TABLES,
    Column("zip", Text, primary_key=True),
    _text("city"),
    _text("folded"),
    _text("state"),
    Column("latitude", Integer, nullable=False),
    Column("longitude", Integer, nullable=False),
)
Index("place_by_city", PLACE.c.folded, PLACE.c.state)

PIECE = Table(
    "piece",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    _text("kind"),
    _text("section"),
    _text("title"),
    _text("folded"),
    _text("summary"),
    _text("updated"),
    Column("priority", Integer, nullable=False, server_default="0"),
    _text("author"),
    _text("facts"),
    Column("digest", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

NAMES = Table(
    "names",
    TABLES,
    Column("target", Text, primary_key=True),
    Column("piece", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Which pieces name which, by the id of the named one."""

CALLED = Table(
    "called",
    TABLES,
    Column("folded", Text, primary_key=True),
    Column("piece", Integer, primary_key=True),
    Column("is_title", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What pieces are called, folded: by their titles and by their other names."""

PIECE_SECTION = Table(
    "piece_section",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("section"),
)
"""The section of each piece again, without the long rows of the pieces: what a search counts by."""

Index("piece_by_section", PIECE.c.section, PIECE.c.folded, PIECE.c.id)

ABOUT = Table(
    "about",
    TABLES,
    Column("value", Text, primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("piece", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Which pieces are about which value of a facet ("specialty/ptsd"), in the order in which they are named there."""

OTHER = Table(
    "other",
    TABLES,
    Column("id", Text, primary_key=True),
    _text("kind"),
    Column("digest", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

QUARANTINE = Table(
    "quarantine",
    TABLES,
    Column("line", Integer, primary_key=True, autoincrement=False),
    _text("kind"),
    _text("id"),
    _text("field"),
    _text("rule"),
    _text("value"),
    Column("digest", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

PIECE_WORDS = (
    "CREATE VIRTUAL TABLE piece_words USING fts5(title, also, body, prefix = '2 3', "
    "tokenize = 'unicode61 remove_diacritics 2')"
)

PIECE_VOCABULARY = "CREATE VIRTUAL TABLE piece_vocabulary USING fts5vocab(piece_words, 'row')"

PIECE_WORDS_INSERT = "INSERT INTO piece_words (rowid, title, also, body) VALUES (?, ?, ?, ?)"

HOLD_IDS = (
    "CREATE TEMP TABLE ids (id TEXT PRIMARY KEY) WITHOUT ROWID",
    "INSERT INTO ids SELECT id FROM other",
    "INSERT INTO ids SELECT id FROM piece",
    "INSERT INTO ids SELECT id FROM quarantine WHERE id <> ''",
    "INSERT INTO ids SELECT ids.id FROM ids JOIN card ON card.id = ids.id",
)
"""These fail where an id stands in two tables. In one table the table itself does not take it twice."""


def insert(table: Table, columns: tuple[str, ...] = ()) -> str:
    """The INSERT statement of a table for plain tuples, all columns unless some are named."""
    names = columns or tuple(column.name for column in table.columns)
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - own names
