-- What goes beyond it spills.
set memory_limit = $limit
