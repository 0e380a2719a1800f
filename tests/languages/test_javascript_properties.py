from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.languages import read_source
from auditor.languages.decode import decode
from auditor.languages.javascript.parse import parse_somehow
from auditor.languages.javascript.reading import ERASED

GRAMMARS = ["javascript", "typescript", "tsx"]
LANGUAGES = [*GRAMMARS, "vue", "svelte"]
WORDS = (
    "a b f( g( ) ( [ ] { } : , . ; = == ... => ? ?. ?? || && + ++ ! # @d @d() ' \" ` ${ // /* */ "
    "$ é < > <a> </a> /> / & | * as satisfies of in if else for while do switch case default: try "
    "catch finally throw return break continue function function* async await yield class extends "
    "implements static get set new this super import export default from const let var typeof void "
    "delete type interface enum namespace declare abstract private constructor( 1 2.5 null"
)
TOKENS = st.sampled_from([*WORDS.split(), "\n"])
SOUP = st.lists(TOKENS, max_size=40).map(" ".join)

# One of everything, to be cut into pieces.
REAL = """
import a, { b as c } from 'm'; export * from './n'; const { d, e: [f = g()] } = require('o');
@dec(1) export default class A extends mix(B) implements C<typeof x> {
  #p = h(); static q = async (r) => await (await i(r)).json();
  constructor(private s: T = j(), @In(k()) u?) { super(s); this.v = new W<X>(`a${l()}b`) }
  @Get('/') async *m({ n, ...o } = p(), [q] = []) { yield* r(n?.s?.(o)!, ...(t as U)); }
  get y() { return z() } static { aa() } [bb()]() {}
}
for (const { a1 } of b1()) for (let i = c1(); i < d1(i); i++) { if (e1()) f1(); else if (g1) h1() }
switch (i1()) { case j1(): k1(); break; case 2: default: l1() }
try { m1() } catch ({ n1 = o1() }) { throw new P1 } finally { q1`r${s1()}` }
const t1 = <U1 v={w1()} {...x1()}>text & {y1(() => <z1>{a2()}</z1>)}</U1>;
label: do { [b2.c2, d2 = e2()] = f2 ? g2() : (h2(), i2()) } while (j2++ < +k2());
enum L2 { M2 = n2() } namespace O2 { p2() } let q2: Array<R2 | null> = s2() as typeof t2;
module.exports = { u2, v2() { w2() }, get x2() { return y2() }, [z2()]: class extends a3() {} };
b3().then((c3) => d3(c3)).catch(() => { e3() }); async function* f3() { for await (g3 of h3()); }
"""

quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quick
@given(language=st.sampled_from(LANGUAGES), text=st.binary(max_size=300))
def test_no_input_raises(language, text):
    facts = read_source(language, "a", text)
    assert "front-end-error" not in [p.code for p in facts.problems]
    assert facts == read_source(language, "a", text)


def first_token(node, text):
    """Where a call begins: behind an ``await`` that the parser took for what is called."""
    call = node
    while node.type in ("call_expression", "member_expression", "subscript_expression"):
        outer, node = node, node.children[0]
        is_await = text[node.start_byte : node.end_byte] == b"await"
        if is_await and outer.type != "member_expression":
            return None if outer == call else outer.children[1].start_point
    return call.start_point


def calls_in_syntax(text: bytes, grammar: str) -> Counter[tuple[int, ...]]:
    found: Counter[tuple[int, ...]] = Counter()
    stack = [parse_somehow(text, grammar)]
    while stack:
        node = stack.pop()
        children = node.children
        if node.type in ERASED:
            continue
        if node.type in ("call_expression", "new_expression"):
            start, (row, column) = first_token(node, text), node.end_point
            if start is not None:
                found[start[0] + 1, start[1], row + 1, column] += 1
        if node.type in ("as_expression", "satisfies_expression"):  # their end is a type
            sign = [child.is_named for child in children].index(False)
            children = children[:sign] + [c for c in children[sign:] if c.type == "ERROR"]
        stack.extend(children)
    return found


def check(calls, source, grammar):
    facts = read_source(grammar, "a." + {"typescript": "ts"}.get(grammar, grammar), source.encode())
    assert "front-end-error" not in [p.code for p in facts.problems]
    found = Counter(call.span[:4] for call in calls(facts.body))
    assert found == calls_in_syntax(decode("a", source.encode()).text, grammar)
    return facts


@settings(quick, max_examples=200)
@given(source=SOUP, grammar=st.sampled_from(GRAMMARS))
def test_every_call_that_the_parser_finds_is_kept_once_even_in_broken_code(calls, source, grammar):
    check(calls, source, grammar)


@settings(quick, max_examples=150)
@given(
    start=st.integers(0, len(REAL)),
    size=st.integers(0, 1200),
    cut=st.integers(0, 1200),
    grammar=st.sampled_from(GRAMMARS),
)
def test_every_call_is_kept_once_in_pieces_of_code(calls, start, size, cut, grammar):
    text = REAL[start : start + size]
    check(calls, text[:cut] + text[cut + 3 :], grammar)


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_every_call_is_kept_once(calls, grammar):
    facts = check(calls, REAL, grammar)
    assert ([p.code for p in facts.problems] == []) is (grammar == "tsx")
    assert len(calls(facts.body)) > 50
