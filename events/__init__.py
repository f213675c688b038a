"""The program: extract, date, place, link, evaluate, and the commands that join the stages."""
