"""What a page of the library is made of: its text, and what stands above, beside and around it."""
