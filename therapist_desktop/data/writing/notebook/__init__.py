"""The room that writes in the person's own notebook: tables, steps from revision to revision, copies."""
