-- The one folder that may be written into, while all else stays shut.
set allowed_directories = $folders
