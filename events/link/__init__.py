"""Mentions to incidents, and the incidents' values from their mentions."""
