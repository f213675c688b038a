-- So that a folder's files are the same each time.
set threads = 1
