"""The byte strings without which no file can hold a model call or an address of one."""

from __future__ import annotations

import re

from auditor.model.catalog import Catalog, Via

#: A stretch of a regular expression that is plain text.
_PLAIN = re.compile(r"[\w/\-]{8,}")


#: Words of files that take part without naming a library: settings modules, imports by name.
ALWAYS = ("INSTALLED_APPS", "import_module", "__import__")


def anchors_of(catalog: Catalog) -> frozenset[bytes]:
    """Import roots of the libraries, hosts, and paths that many servers share."""
    found: set[str] = set(ALWAYS)
    for sdk in catalog.sdks:
        # HTTP libraries are everywhere; what makes one of their calls ours is the address.
        if sdk.via is not Via.HTTP:
            found.update(root.partition(".")[0] for root in sdk.modules)
    for endpoint in catalog.endpoints:
        found.update(sorted(_PLAIN.findall(endpoint.path), key=len)[-1:])
    for platform in catalog.platforms.values():
        for host in (*platform.hosts, *platform.shared_hosts):
            found.add(max(host.replace("}", "{").split("{")[::2], key=len).strip("."))
    return frozenset(a.encode() for a in found if len(a) > 3)
