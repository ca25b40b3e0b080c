"""UUIDv7 (RFC 9562): what Python 3.14 has in ``uuid.uuid7``."""

import os
import time
import uuid


def uuid7() -> uuid.UUID:
    """A new UUID whose first 48 bits are the Unix time in milliseconds."""
    milliseconds = time.time_ns() // 1_000_000
    number = (milliseconds << 80) | int.from_bytes(os.urandom(10))
    number = number & ~(0xF << 76) | (0x7 << 76)
    number = number & ~(0x3 << 62) | (0x2 << 62)
    return uuid.UUID(int=number)
