"""What is promised about Therapist Desktop, as programs."""
