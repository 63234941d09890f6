"""What goes on paper: hand-outs for patients."""
