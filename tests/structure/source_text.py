"""A C++ source as the rules see it: its includes, and its code without comments, strings and include lines."""

import re

_TOKEN = re.compile(
    r"""
      (?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)
    | (?P<raw>R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)")
    | (?P<string>"(?:\\.|[^"\\\n])*")
    | (?P<char>(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+')
    """,
    re.VERBOSE | re.DOTALL,
)
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"][^\n]*', re.MULTILINE)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def _blank(match):
    """Spaces of the same shape, so that line numbers stay right."""
    return re.sub(r"[^\n]", " ", match.group(0))


def includes(text):
    """Yields (line, is_system, header) for every include that is not in a comment."""
    bare = _TOKEN.sub(lambda m: _blank(m) if m.lastgroup == "comment" else m.group(0), text)
    for match in _INCLUDE.finditer(bare):
        yield line_of(bare, match.start(1)), match.group(1) == "<", match.group(2).strip()


def code(text):
    """The text with comments, string literals and include lines blanked."""
    without_includes = _INCLUDE.sub(_blank, text)
    return _TOKEN.sub(_blank, without_includes)
