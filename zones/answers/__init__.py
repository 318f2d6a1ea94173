"""What a lookup answers, and what a name may mean on a map: places, units and zones."""
