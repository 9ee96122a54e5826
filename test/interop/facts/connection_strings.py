"""What Twisted makes of connection strings: JSON texts in, JSON facts out; null for a refusal."""

import json
import sys

from twisted.internet import reactor
from twisted.internet.endpoints import clientFromString


def facts_of(text):
    try:
        return facts(clientFromString(reactor, text))
    except Exception:
        return None


def facts(endpoint):
    kind = type(endpoint).__name__
    if kind == "UNIXClientEndpoint":
        return {"kind": "unix", "path": endpoint._path}
    if kind == "_WrapperEndpoint":
        return {"kind": "tls", "carrier": facts(endpoint._wrappedEndpoint)}
    if kind == "HostnameEndpoint":
        host = endpoint._hostText
    else:
        host = endpoint._host
    tcp = {
        "kind": "tcp",
        "host": host,
        "port": endpoint._port,
        "bindAddress": endpoint._bindAddress and endpoint._bindAddress[0],
        "timeoutSeconds": endpoint._timeout,
    }
    return {"kind": "tls", "carrier": tcp} if kind == "SSL4ClientEndpoint" else tcp


json.dump([facts_of(text) for text in json.load(sys.stdin)], sys.stdout)
