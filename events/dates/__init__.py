"""Words to intervals of days."""
