"""What became of a dataset: how two of its states differ, and the life of one incident."""
