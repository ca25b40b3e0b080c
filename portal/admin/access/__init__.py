"""Pages about who may see what: the matrix of a role, shares, why somebody sees something."""
