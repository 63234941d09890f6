"""The window, its panes and its parts, as real widgets without a screen."""
