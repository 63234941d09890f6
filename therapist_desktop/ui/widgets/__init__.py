"""Small widgets the panes are made of."""
