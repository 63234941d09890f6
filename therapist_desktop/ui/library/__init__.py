"""The parts of the library: its contents, its lists, what is special about a section."""
