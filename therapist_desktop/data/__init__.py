"""Storage: the data file format, and the catalogue's reading and writing rooms."""
