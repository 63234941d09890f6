"""SAMHSA's National Directory workbooks, read into centers."""
