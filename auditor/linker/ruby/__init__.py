"""Ruby's own ways when it is linked."""
