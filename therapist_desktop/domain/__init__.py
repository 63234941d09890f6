"""What the words mean: frozen values, enums, errors and pure text. Standard library only."""
