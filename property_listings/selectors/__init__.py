"""Reading listings and what channels know of them."""
