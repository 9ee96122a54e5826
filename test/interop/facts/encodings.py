"""What Python makes of its encodings, by each name that it knows: JSON on standard output."""

import codecs
import json
import sys
from encodings.aliases import aliases

TEXTS = ["caf\u00e9 \u00fc\u00df", "\u65e5\u672c\u8a9e \u30bd\u8868", "\u0416\u0443\u043a", "\ud55c\uad6d\uc5b4", "\u4e2d\u6587", "plain"]


def facts(name):
    codec = codecs.lookup(name)
    return {
        "name": name,
        "codec": codec.name,
        "bytes": [bytes([byte]).decode(name, "replace") for byte in range(256)],
        "texts": [[text, encoded(text, name)] for text in TEXTS],
    }


def encoded(text, name):
    try:
        return text.encode(name).hex()
    except UnicodeEncodeError:
        return None


def is_text(name):
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False  # Another system's.


names = sorted(set(aliases) | set(aliases.values()))
json.dump([facts(name) for name in names if is_text(name)], sys.stdout)
