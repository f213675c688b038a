"""Who takes part and who did it, as the whole report tells it."""
