-- The one file that may be written, while all others stay shut.
set allowed_paths = $paths
