"""C#'s own ways when it is linked."""
