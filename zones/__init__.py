"""What a text says about zones."""
