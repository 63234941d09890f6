"""Rules about the source itself: its shape, its floors, its lock, its tree."""
