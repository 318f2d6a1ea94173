"""How sentences become areas and claims."""
