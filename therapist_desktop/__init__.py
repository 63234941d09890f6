"""Therapist Desktop: find therapists and treatment centers offline."""

__version__ = "0.1.0"
