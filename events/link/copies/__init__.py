"""Reports that print the words of others: equal texts, and nearly equal ones that tell nothing of their own."""
