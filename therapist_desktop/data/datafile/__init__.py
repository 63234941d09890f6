"""The data file: JSON Lines in zstd, one release header and one record a line."""
