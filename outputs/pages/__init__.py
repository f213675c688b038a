"""The pages people look at: an incident, a mention, a report or a claim, every value beside its words."""
