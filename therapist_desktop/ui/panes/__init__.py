"""The parts of the window that show and ask; none knows another."""
