"""Texts of others as pieces of the library."""
