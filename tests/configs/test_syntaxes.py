"""What each syntax is read into: keys, texts and the lines they stand on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.configs.shell import commands_of
from auditor.configs.sql import parts_of
from auditor.configs.syntaxes import READERS, read_config
from auditor.model.config import HOLE, leaves


def read(syntax: str, text: str) -> dict[str, tuple[int, str | None]]:
    """Dotted keys to line and text, over all documents."""
    found = {}
    for document in read_config(syntax, "file", text).documents:
        found.update({".".join(x.keys): (x.line, x.node.text) for x in leaves(document)})
    return found


def problems(syntax: str, text: str) -> list[str]:
    return [p.code for p in read_config(syntax, "file", text).problems]


class TestYaml:
    def test_lines_of_keys_and_items(self) -> None:
        assert read("yaml", "a:\n  b: 1\n  c:\n    - x\n    - y\n") == {
            "a.b": (2, "1"), "a.c.0": (4, "x"), "a.c.1": (5, "y"),
        }  # fmt: skip

    def test_every_document_of_a_stream(self) -> None:
        file = read_config("yaml", "f", "a: 1\n---\nb: 2\n---\n# nothing\n---\nc: 3\n")
        assert len(file.documents) == 4

    def test_merge_keys_give_way_to_what_stands_beside_them(self) -> None:
        text = "base: &b {model: x, url: u}\nmine:\n  <<: *b\n  model: y\n"
        node = read_config("yaml", "f", text).documents[0].get("mine")
        assert node is not None
        assert [node.get("model").text, node.get("url").text] == ["y", "u"]

    def test_tags_are_read_over(self) -> None:
        text = "a: !Ref Key\nb: !Sub '${X}'\nc: !!python/object/apply:os.system ['ls']\n"
        assert read("yaml", text)["a"] == (1, "Key")
        assert problems("yaml", text) == []

    def test_a_block_says_where_its_text_begins(self) -> None:
        node = read_config("yaml", "f", "run: |\n  one\n  two\n").documents[0].get("run")
        assert node is not None
        assert (node.text, node.first) == ("one\ntwo\n", 2)

    def test_templates_become_holes(self) -> None:
        text = "{{- if .Values.on }}\nmodel: {{ .Values.model }}\nhost: api.x.io\n{{- end }}\n"
        assert read("yaml", text) == {"model": (2, HOLE), "host": (3, "api.x.io")}

    def test_aliases_of_aliases_end(self) -> None:
        rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
        assert problems("yaml", "\n".join(rows)) == ["config-syntax"]

    def test_what_stands_before_a_mistake_is_kept(self) -> None:
        file = read_config("yaml", "f", "a: 1\n---\nb: [\n")
        assert len(file.documents) == 1
        assert [p.code for p in file.problems] == ["config-syntax"]


def test_json_with_comments_and_trailing_commas() -> None:
    text = '{ // note\n "a": [1, {"b": "c"},],\n /* x */ "d": null\n}'
    assert read("json", text) == {"a.0": (2, "1"), "a.1.b": (2, "c"), "d": (3, None)}


def test_xml_with_programs_in_quotes() -> None:
    text = (
        '<p>\n <set\n  value="@{\n   var a = "x" < b;\n  }" />\n<v>@(c.Get<string>("k"))</v>\n</p>'
    )
    [document] = read_config("xml", "f", text).documents
    value = document.get("p").get("set").get("@value")
    assert value is not None
    assert (value.first, 'var a = "x" < b;' in value.text.splitlines()[1]) == (3, True)
    assert read("xml", text)["p.v.#text"] == (6, '@(c.Get<string>("k"))')
    assert problems("xml", text) == []


def test_bicep_resources_of_one_type_stand_side_by_side() -> None:
    text = "resource a 'T/x@1' = {\n  name: 'one'\n}\nresource b 'T/x@1' = {\n  name: 'two'\n}\n"
    assert read("hcl", text) == {"T/x@1.name": (2, "one"), "T/x@1#2.name": (5, "two")}


def test_toml_tables_lists_and_quoted_keys() -> None:
    text = '[a.b]\nx = 1\nl = [\n  "one",\n  "two", # note\n]\n'
    text += '[[m]]\nn = "1"\n[[m]]\nn = "2"\n["q.r"]\nz = true\n'
    assert read("toml", text) == {
        "a.b.x": (2, "1"), "a.b.l.0": (4, "one"), "a.b.l.1": (5, "two"),
        "m.0.n": (8, "1"), "m.1.n": (10, "2"), "q.r.z": (12, "true"),
    }  # fmt: skip


def test_toml_members_that_are_no_text() -> None:
    text = "a = [1, true, 1.5]\nb = [\n  {x = 1},\n  [2],\n]\nd = 2020-01-01\n"
    assert read("toml", text) == {
        "a.0": (1, "1"), "a.1": (1, "true"), "a.2": (1, "1.5"), "b.0.x": (3, "1"),
        "b.1.0": (4, "2"), "d": (6, "2020-01-01"),
    }  # fmt: skip


def test_toml_goes_on_behind_a_line_it_cannot_read() -> None:
    text = "a = 1\nb = = 2\nc = 3\n"
    assert read("toml", text) == {"a": (1, "1"), "c": (3, "3")}
    assert problems("toml", text) == ["config-syntax"]


def test_dotenv_quotes_comments_and_exports() -> None:
    text = "# A=0\nexport A=1 # note\nB='x # y'\nC=\nD=\"two\nlines\"\nif [ x ]; then\n"
    assert read("dotenv", text) == {
        "A": (2, "1"), "B": (3, "x # y"), "C": (4, ""), "D": (5, "two\nlines"),
    }  # fmt: skip


def test_ini_sections_and_continued_values() -> None:
    text = "top = 1\n[options]\ninstall_requires =\n    one>=1\n    two\n; note\nname: x\n"
    assert read("ini", text) == {
        "top": (1, "1"), "options.install_requires.0": (4, "one>=1"),
        "options.install_requires.1": (5, "two"), "options.name": (7, "x"),
    }  # fmt: skip


def test_dockerfile_variables_and_continued_instructions() -> None:
    text = (
        'FROM x\n# ENV Z=1\nENV A=1 \\\n    B="two words"\n'
        "ENV OLD way of it\nRUN one && \\\n  two\n"
    )
    assert read("dockerfile", text) == {
        "0.FROM": (1, "x"), "1.ENV.A": (3, "1"), "1.ENV.B": (4, "two words"),
        "2.ENV.OLD": (5, "way of it"), "3.RUN": (6, "one && \\\n  two"),
    }  # fmt: skip


def test_hcl_blocks_functions_and_heredocs() -> None:
    text = (
        'resource "kind" "name" {\n  env { variables = { KEY = var.key } }\n'
        '  all = merge(local.x, { MODEL = "m" })\n  policy = <<EOF\n{"a": 1}\nEOF\n}\n'
        "resource x 'Type@1' = {\n  name: 'm' // note\n}\n"
    )
    assert read("hcl", text) == {
        "resource.kind.name.env.variables.KEY": (2, "var.key"),
        "resource.kind.name.all.0": (3, "local.x"),
        "resource.kind.name.all.1.MODEL": (3, "m"),
        "resource.kind.name.policy": (4, '{"a": 1}\n'),
        "Type@1.name": (9, "m"),
    }  # fmt: skip


def test_xml_attributes_texts_and_repeated_elements() -> None:
    text = '<a>\n <b id="1"/>\n <b id="2">t</b>\n</a>'
    assert read("xml", text) == {
        "a.b.0.@id": (2, "1"),
        "a.b.1.@id": (3, "2"),
        "a.b.1.#text": (3, "t"),
    }


def test_xml_entities_are_refused() -> None:
    text = '<!DOCTYPE x [<!ENTITY a "aaaa">]>\n<x>&a;</x>'
    assert problems("xml", text) == ["config-syntax"]


def test_shell_commands_with_their_lines() -> None:
    text = "# ask me\nexport A=1\ncat x | ask -p \\\n  'a b' && B=2 sudo other \"$(inner y)\"\n"
    text += "send <<EOF\nbody; not run\nEOF\nlast\n"
    found = [(c.words, c.line, c.end_line, c.fed) for c in commands_of(text, 10)]
    assert found == [
        (("export", "A=1"), 11, 11, ""),
        (("cat", "x"), 12, 12, ""),
        (("ask", "-p", "a b"), 12, 13, ""),
        (("other", "$(inner y)"), 13, 13, ""),
        (("send",), 14, 14, "body; not run"),
        (("last",), 17, 17, ""),
    ]


def test_sql_literals_and_functions_without_comments() -> None:
    text = "-- ASK('no')\nSELECT Ask('m', x), 'it''s' /* 'no' */\nFROM {{ ref('t') }}"
    found = [(p.kind, p.text, p.line, p.first) for p in parts_of(text)]
    assert found == [
        ("call", "Ask", 2, "m"), ("text", "m", 2, None), ("text", "it's", 2, None),
    ]  # fmt: skip


SOUP = st.lists(
    st.sampled_from(
        [
            *"{}[]()<>=:,\"'`#&*!|-\\$ \t\n",
            "a",
            "b: ",
            "- ",
            "'''",
            '"""',
            "<<EOF\n",
            "<?",
            "&x ",
            "*x",
            "{{",
            "}}",
            "é",
            "\x00",
            "1",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(syntax=st.sampled_from(sorted(READERS)), text=SOUP)
def test_no_text_raises(syntax: str, text: str) -> None:
    file = read_config(syntax, "file", text)
    assert file == read_config(syntax, "file", text)
    for document in file.documents:
        assert all(leaf.line >= 0 for leaf in leaves(document))


@settings(max_examples=50, deadline=None)
@given(syntax=st.sampled_from(sorted(READERS)), content=st.binary(max_size=300))
def test_no_bytes_raise(syntax: str, content: bytes) -> None:
    read_config(syntax, "file", content)


@settings(max_examples=50, deadline=None)
@given(text=SOUP)
def test_no_script_raises(text: str) -> None:
    assert all(c.words and c.line <= c.end_line for c in commands_of(text, 1))
    assert all(part.line > 0 for part in parts_of(text))


@pytest.mark.parametrize("opening", ["[", "{", '{"a":', "<a>", "a: [", "a = ["])
@pytest.mark.parametrize("syntax", sorted(READERS))
def test_deep_nesting_ends(syntax: str, opening: str) -> None:
    read_config(syntax, "file", opening * 20_000)
