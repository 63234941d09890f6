"""The publisher's tool, from workbook to signed repository, on real files."""
