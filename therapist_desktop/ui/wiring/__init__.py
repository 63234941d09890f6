"""The conversations between the parts of the window, one on a page."""
