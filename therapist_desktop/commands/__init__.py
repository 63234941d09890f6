"""What each verb of the command line does. Nothing here loads a window."""
