"""Events that others coded: taken in beside the incidents, matched with them, compared."""
