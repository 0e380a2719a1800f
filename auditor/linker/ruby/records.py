"""Objects from a database: nobody builds them, but what they are called says what they are.

A variable, a parameter or an association ``chat`` of unknown make is taken for an object of the
tree's class ``Chat``, or of one below it, where that class has the method that is called and
derives from a library's, which makes its objects.
"""

from __future__ import annotations

from auditor.linker.attributes import bind
from auditor.linker.classes import find_method, outside_bases
from auditor.linker.expressions import evaluate
from auditor.linker.frame import Frame
from auditor.linker.ruby.constants import constant
from auditor.linker.values import (
    ClassRef,
    Foreign,
    ForeignMember,
    Unknown,
    Values,
    join,
)
from auditor.linker.world import World
from auditor.model.facts import Attr, Call, Expr, Name


def by_its_name(world: World, frame: Frame, base: Expr, method: str) -> Values | None:
    """The method of the class that an object of unknown make is called after."""
    word = _word(base)
    kinds = constant(world, frame, _camel(word)).items if word else ()
    made_outside = [
        v for v in kinds if isinstance(v, ClassRef) and any(outside_bases(world, v.number))
    ]
    found = {n: m for v in made_outside
             for n in (v.number, *world.classes[v.number].subclasses)
             if (m := find_method(world, n, method)) is not None}  # fmt: skip
    if not found:
        return None
    with frame.aside():
        holders = evaluate(world, frame, base)
    if not all(isinstance(v, Unknown | Foreign | ForeignMember) for v in holders.items):
        return None
    return join(
        *(
            bind(world, info, receiver)
            for number, info in found.items()
            for receiver in world.build_unseen(number).items
        )
    )


def _word(base: Expr) -> str:
    """``chat`` of ``chat``, ``@chat``, ``message.chat`` and ``current_user.chat``."""
    match base:
        case Name(id) | Call(callee=Name(id), args=()):
            return id if id.islower() else ""
        case Attr(Name("self"), name):
            return name.removeprefix("@")
        case Call(callee=Attr(Name() | Call(args=()) | Attr(), name), args=()):
            return name
        case _:
            return ""


def _camel(word: str) -> str:
    return "".join(part.capitalize() for part in word.rstrip("?!").split("_"))
