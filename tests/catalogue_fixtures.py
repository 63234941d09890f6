"""Catalogues and data files for tests, built once a session by the real loader; read-only, so shared."""
