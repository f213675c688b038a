-- What does not fit into memory goes where there is leave to write: the dataset may lie on a read-only disk.
set temp_directory = $folder
