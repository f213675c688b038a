"""How many were harmed on which side: the groups, the roll, the ledger, the tolls; and how large a crowd was."""
