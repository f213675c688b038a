"""The cues of one incident put together, those of another kept apart, with the reasons in words."""
