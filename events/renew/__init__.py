"""What is in a dataset, done anew when somebody asks for it: the places."""
