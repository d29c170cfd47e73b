"""The graph of who copied whom, read back as the programs that draw graphs read it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from tests.crosscheck.copies import DISPATCH, OTHER, REPRINT, REWRITTEN, account

from recoupe.crosscheck.reuse.lineage import lineages
from recoupe.crosscheck.reuse.passages import find_passages
from recoupe.model.article import Article
from recoupe.model.passage import Copying, Direction
from recoupe.show.graphs import EDGES, NODES, gexf, graphml

G = {"g": "http://gexf.net/1.3"}
M = {"m": "http://graphml.graphdrawing.org/xmlns"}


@pytest.fixture(scope="module")
def graph() -> tuple[list[Article], tuple[Copying, ...]]:
    accounts = [
        account(REPRINT, "a", name="journal & fils.txt"),
        account(DISPATCH, "b", name="depeche.txt", published="2019-03-03", publisher="ASP"),
        account(REWRITTEN, "c", name="revue\x0c.txt"),
        account(OTHER, "d", name="autre.txt"),
    ]
    _, (family,) = lineages(accounts, find_passages(accounts))
    return [one.article for one in accounts], family.copyings


def test_gexf_reads_back_as_it_was(graph: tuple[list[Article], tuple[Copying, ...]]) -> None:
    """Version 1.3, each attribute declared, each edge from the source to the copy between nodes that are there."""
    articles, copyings = graph
    root = ElementTree.fromstring(gexf(articles, copyings))
    assert (root.tag, root.get("version")) == ("{http://gexf.net/1.3}gexf", "1.3")
    declared = {one.get("id"): one.get("title") for one in root.iterfind(".//g:attribute", G)}
    assert set(declared.values()) == {*NODES, *EDGES}
    nodes = {one.get("id"): one for one in root.iterfind(".//g:node", G)}
    assert set(nodes) == {"a", "b", "c", "d"}
    edges = list(root.iterfind(".//g:edge", G))
    assert len(edges) == len(copyings)
    for edge in edges:
        assert {edge.get("source"), edge.get("target")} <= set(nodes)
        values = {declared[one.get("for")]: one.get("value") for one in edge.iterfind(".//g:attvalue", G)}
        assert set(values) == set(EDGES)
        assert 0 < float(values["share"] or "") <= 1
    (edge,) = (one for one in edges if {one.get("source"), one.get("target")} == {"a", "b"})
    assert (edge.get("source"), edge.get("target"), edge.get("type")) == ("b", "a", "directed")
    values = {declared[one.get("for")]: one.get("value") for one in nodes["b"].iterfind(".//g:attvalue", G)}
    assert values == {"name": "depeche.txt", "published": "2019-03-03", "publisher": "ASP", "agency": "ASP"}


def test_graphml_reads_back_as_it_was(graph: tuple[list[Article], tuple[Copying, ...]]) -> None:
    """Each key declared with its type, each edge with its own direction."""
    articles, copyings = graph
    root = ElementTree.fromstring(graphml(articles, copyings))
    keys = {
        one.get("id"): (one.get("attr.name"), one.get("attr.type"), one.get("for")) for one in root.iterfind("m:key", M)
    }
    assert ("words", "int", "edge") in keys.values()
    assert {name for name, _, kind in keys.values() if kind == "node"} == set(NODES)
    names = {
        one.get("id"): one.findtext("m:data[@key='node.name']", namespaces=M) for one in root.iterfind(".//m:node", M)
    }
    assert names["a"] == "journal & fils.txt"
    assert names["c"] == "revue\ufffd.txt"
    for edge in root.iterfind(".//m:edge", M):
        assert {edge.get("source"), edge.get("target")} <= set(names)
        data = {(keys[one.get("key")])[0]: one.text for one in edge.iterfind("m:data", M)}
        assert set(data) == set(EDGES)
        assert (edge.get("directed") == "false") == (data["direction"] == "undirected")


def test_an_edge_without_direction_is_undirected(graph: tuple[list[Article], tuple[Copying, ...]]) -> None:
    """In both files; its share is the larger of the two."""
    articles, copyings = graph
    from dataclasses import replace

    loose = [replace(copyings[0], direction=Direction.UNDIRECTED, share_a=0.25, share_b=0.75)]
    edge = ElementTree.fromstring(gexf(articles, loose)).find(".//g:edge", G)
    assert edge is not None
    assert edge.get("type") == "undirected"
    assert "0.750" in ElementTree.tostring(edge, encoding="unicode")
    assert 'directed="false"' in graphml(articles, loose)


def test_the_order_of_articles_does_not_show(graph: tuple[list[Article], tuple[Copying, ...]]) -> None:
    """The same graph, byte for byte."""
    articles, copyings = graph
    assert gexf(articles[::-1], copyings[::-1]) == gexf(articles, copyings)
    assert graphml(articles[::-1], copyings[::-1]) == graphml(articles, copyings)
