"""What a dataset holds, on one screen."""
