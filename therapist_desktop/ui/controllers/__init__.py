"""Questions out, answers in; one controller a flow."""
