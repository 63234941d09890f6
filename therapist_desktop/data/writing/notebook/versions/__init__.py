"""One file for each step from a revision of the notebook to the next. A step that was released is never changed."""
