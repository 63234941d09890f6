"""Figures of this program beside figures of its peers, measured in one run."""
