"""Documents of word processors and of print: each gives its words paragraph by paragraph; downloads are split."""
