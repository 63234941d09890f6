"""What the window says, as plain words: the same values in, the same words out. Nothing here draws."""
