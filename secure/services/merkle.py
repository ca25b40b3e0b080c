"""Roots of Merkle trees over entries in order (RFC 6962: leaves and nodes are told apart)."""

from hashlib import sha256

EMPTY = b"\x00" * 32


class Tree:
    """Takes the hashes of entries one by one; holds one node for each height, not the entries."""

    def __init__(self) -> None:
        self.count = 0
        self._peaks: list[tuple[int, bytes]] = []  # size of the full subtree, its root

    def add(self, digest: bytes) -> None:
        """The next entry, by its SHA-256."""
        size, node = 1, sha256(b"\x00" + digest).digest()
        while self._peaks and self._peaks[-1][0] == size:
            _, left = self._peaks.pop()
            size, node = size * 2, sha256(b"\x01" + left + node).digest()
        self._peaks.append((size, node))
        self.count += 1

    def root(self) -> bytes:
        """The root over all entries so far; 32 zero bytes over none."""
        if not self._peaks:
            return EMPTY
        node = self._peaks[-1][1]
        for _, left in reversed(self._peaks[:-1]):
            node = sha256(b"\x01" + left + node).digest()
        return node


def chained(previous: str | None, tree: Tree, first: str, last: str) -> str:
    """The root of a seal, in hexadecimal: over its tree, its range and the seal before it."""
    text = f"{previous or ''}|{first}|{last}|{tree.count}|{tree.root().hex()}"
    return sha256(b"\x02" + text.encode()).hexdigest()
