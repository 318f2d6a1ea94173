"""What a person gets to see."""
