"""What the program can do, tried without a screen."""
