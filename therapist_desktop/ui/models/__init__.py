"""Table and list models over frozen values."""
