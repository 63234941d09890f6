"""The reading room: one read-only catalogue file, asked through sqlite3 and bitmaps."""
