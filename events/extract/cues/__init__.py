"""What one sentence tells: what happened, to whom, by whom, how many, where, when."""
