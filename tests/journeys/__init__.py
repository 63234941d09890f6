"""Whole days at the front desk: the real window over a real catalogue, with real threads."""
