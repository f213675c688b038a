-- SQL and views that others wrote can read this dataset and do nothing else.
set autoinstall_known_extensions = false;
set autoload_known_extensions = false;
set python_enable_replacements = false; -- `from question` is no Python variable
set timezone = 'UTC';
set enable_external_access = false;
set lock_configuration = true;
