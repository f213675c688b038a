"""What people say of incidents: it outranks every extraction, is kept apart from it, and can be taken back."""
