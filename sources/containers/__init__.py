"""Files that hold files, read from front to back: archives, compressed files, web crawls, pages saved whole."""
