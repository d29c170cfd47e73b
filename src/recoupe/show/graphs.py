"""Articles and who copied whom in, the graph of it as GEXF 1.3 and GraphML out, for programs that draw graphs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from recoupe.model.article import Article
from recoupe.model.passage import Copying, Direction

GEXF = "http://gexf.net/1.3"
GRAPHML = "http://graphml.graphdrawing.org/xmlns"
NODES = {"name": "string", "published": "string", "publisher": "string", "agency": "string"}
EDGES = {"words": "integer", "passages": "integer", "share": "double", "direction": "string"}
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML document may hold."""


def gexf(articles: Sequence[Article], copyings: Sequence[Copying]) -> str:
    """Return the graph as GEXF 1.3: a node for each article, an edge for each two that share passages, from the source to
    the copy where that is settled. `share` is the share of the copy's words; of the article with the larger, where no
    direction is settled."""
    root = Element("gexf", {"xmlns": GEXF, "version": "1.3"})
    SubElement(SubElement(root, "meta"), "creator").text = "recoupe"
    graph = SubElement(root, "graph", {"mode": "static", "defaultedgetype": "undirected"})
    for kind, fields in (("node", NODES), ("edge", EDGES)):
        listed = SubElement(graph, "attributes", {"class": kind, "mode": "static"})
        for name, type in fields.items():
            SubElement(listed, "attribute", {"id": f"{kind}.{name}", "title": name, "type": type})
    nodes = SubElement(graph, "nodes")
    for article in sorted(articles, key=lambda article: article.id):
        node = SubElement(nodes, "node", {"id": article.id, "label": _fit(article.name)})
        _gexf_values(node, "node", _node(article))
    edges = SubElement(graph, "edges")
    for number, copying in enumerate(_ordered(copyings)):
        source, target = _ends(copying)
        type = "undirected" if copying.direction is Direction.UNDIRECTED else "directed"
        given = {"id": str(number), "source": source, "target": target, "type": type, "weight": str(copying.words)}
        _gexf_values(SubElement(edges, "edge", given), "edge", _edge(copying))
    return _written(root)


def graphml(articles: Sequence[Article], copyings: Sequence[Copying]) -> str:
    """Return the same graph as GraphML."""
    types = {"string": "string", "integer": "int", "double": "double"}
    root = Element("graphml", {"xmlns": GRAPHML})
    for kind, fields in (("node", NODES), ("edge", EDGES)):
        for name, type in fields.items():
            SubElement(root, "key", {"id": f"{kind}.{name}", "for": kind, "attr.name": name, "attr.type": types[type]})
    graph = SubElement(root, "graph", {"id": "copying", "edgedefault": "undirected"})
    for article in sorted(articles, key=lambda article: article.id):
        _graphml_values(SubElement(graph, "node", {"id": article.id}), "node", _node(article))
    for number, copying in enumerate(_ordered(copyings)):
        source, target = _ends(copying)
        directed = "false" if copying.direction is Direction.UNDIRECTED else "true"
        given = {"id": f"e{number}", "source": source, "target": target, "directed": directed}
        _graphml_values(SubElement(graph, "edge", given), "edge", _edge(copying))
    return _written(root)


def _ordered(copyings: Sequence[Copying]) -> list[Copying]:
    return sorted(copyings, key=lambda copying: (copying.article_a, copying.article_b))


def _ends(copying: Copying) -> tuple[str, str]:
    """Return the source and the copy; where that is not settled, the lesser id first."""
    if copying.direction is Direction.B_TO_A:
        return copying.article_b, copying.article_a
    return copying.article_a, copying.article_b


def _node(article: Article) -> dict[str, str | None]:
    return {
        "name": article.name,
        "published": article.published,
        "publisher": article.publisher,
        "agency": article.agency,
    }


def _edge(copying: Copying) -> dict[str, str | None]:
    shares = {
        Direction.A_TO_B: copying.share_b,
        Direction.B_TO_A: copying.share_a,
        Direction.UNDIRECTED: max(copying.share_a, copying.share_b),
    }
    return {
        "words": str(copying.words),
        "passages": str(copying.passages),
        "share": f"{shares[copying.direction]:.3f}",
        "direction": "undirected" if copying.direction is Direction.UNDIRECTED else "source to copy",
    }


def _gexf_values(element: Element, kind: str, values: Mapping[str, str | None]) -> None:
    listed = SubElement(element, "attvalues")
    for name, value in values.items():
        if value is not None:
            SubElement(listed, "attvalue", {"for": f"{kind}.{name}", "value": _fit(value)})


def _graphml_values(element: Element, kind: str, values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        if value is not None:
            SubElement(element, "data", {"key": f"{kind}.{name}"}).text = _fit(value)


def _fit(value: str) -> str:
    return UNFIT.sub("\ufffd", value)


def _written(root: Element) -> str:
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
