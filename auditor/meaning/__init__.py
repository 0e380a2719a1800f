"""What configuration files mean: rules are laid over trees of settings."""
