from query($question)
