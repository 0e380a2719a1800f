"""Names: locals, constants, and what belongs to the object."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.numbers import lower_constant
from auditor.languages.objects.reading import Reading, is_local, named
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import Attr, Call, Const, Expr, Name, Star

#: How a function's block goes by, whatever name it has.
BLOCK = "<block>"
#: The method that construction runs, and what stands before methods of the class itself.
CONSTRUCTOR, OWN = "initialize", "self."
_SELF = "self"


def lower_identifier(reading: Reading, node: Node) -> Expr:
    """``x``: a local, or else a method that is called without arguments."""
    name, line = text_of(reading, node), line_of(reading, node)
    if name == "__FILE__":
        # ``if __FILE__ == $0``: the file is the one that is run.
        return Name("__name__", line)
    if is_local(reading, name):
        return Name(name, line)
    return Call(Name(name, line), (), span_of(reading, node))


def lower_self(reading: Reading, node: Node) -> Expr:
    """``self``."""
    return Name(_SELF, line_of(reading, node))


def lower_field(reading: Reading, node: Node) -> Expr:
    """``@x`` and ``@@x``; its sign keeps it apart from the method that hands it out."""
    line = line_of(reading, node)
    return Attr(Name(_SELF, line), "@" + text_of(reading, node).lstrip("@"), line)


def lower_global(reading: Reading, node: Node) -> Expr:
    """``$x``; ``$0`` is the file that is run."""
    name, line = text_of(reading, node), line_of(reading, node)
    return Const("__main__", line) if name in ("$0", "$PROGRAM_NAME") else Name(name, line)


def lower_scope(reading: Reading, node: Node) -> Expr:
    """``A::B``; of ``::A`` the constant itself."""
    scope, name = node.child_by_field_name("scope"), node.child_by_field_name("name")
    line = line_of(reading, node)
    text = text_of(reading, name) if name is not None else ""
    if scope is None:
        return Name(f"::{text}", line)
    return Attr(lower_expression(reading, scope), text, line)


def lower_spread(reading: Reading, node: Node) -> Expr:
    """One of several values; ``*xs`` stands for all that are in it."""
    inner = named(reading, node) if node.type == "splat_argument" else []
    if not inner:
        return lower_expression(reading, node)
    return Star(lower_expression(reading, inner[0]), line_of(reading, node))


def dotted_name(reading: Reading, node: Node | None) -> str:
    """The name that a class or module is declared by, with dots."""
    if node is None:
        return ""
    return "".join(text_of(reading, node).split()).strip(":").replace("::", ".")


def is_own(node: Node) -> bool:
    """Whether a method is one of the class itself: ``def self.f``, or inside of ``class << self``.

    So are those of a module that says ``extend self`` or ``module_function``.
    """
    if node.type == "singleton_method":
        return True
    around = node.parent
    while around is not None and around.type not in ("class", "module", "program"):
        if around.type == "singleton_class" or _makes_own(around):
            return True
        around = around.parent
    return around is not None and around.type == "module" and _lends_to_itself(around)


def _makes_own(node: Node) -> bool:
    """``class_methods do ... end`` of a concern."""
    name = node.child_by_field_name("method") if node.type == "call" else None
    return name is not None and name.text == b"class_methods"


def _lends_to_itself(node: Node) -> bool:
    body = node.child_by_field_name("body")
    for child in body.named_children if body is not None else ():
        words = (child.text or b"").split()
        if words in ([b"extend", b"self"], [b"module_function"]):
            return True
    return False


HANDLERS = {
    "identifier": lower_identifier,
    "self": lower_self,
    "instance_variable": lower_field,
    "class_variable": lower_field,
    "global_variable": lower_global,
    "scope_resolution": lower_scope,
    **dict.fromkeys(("true", "false", "nil"), lower_constant),
}
