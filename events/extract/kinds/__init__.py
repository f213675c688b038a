"""Which of the field's types an incident is."""
