"""What the tabs of the detail pane say, one module for each of them."""
