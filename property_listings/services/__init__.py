"""Writing listings and what channels know of them."""
