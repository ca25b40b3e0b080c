"""Template parts of the console's lists and forms."""

from typing import Any

from django.template import Context, Library, Node
from django.template.base import FilterExpression, Parser, Token
from django.utils.translation import get_language
from unfold.templatetags.unfold_list import result_headers

register = Library()


class Kept(Node):
    """The template that this one stands before (unfold's, of the same name), rendered once for
    each language and set of the named values: they are all that it may depend on."""

    def __init__(self, values: list[FilterExpression]) -> None:
        self.values = values
        self.kept: dict[tuple, str] = {}

    def render(self, context: Context) -> str:
        """The HTML, from the first time it was made."""
        key = (get_language(), *(value.resolve(context) for value in self.values))
        if key not in self.kept:
            around: Any = context.template
            here: Any = self.origin
            whole, _ = around.engine.find_template(here.template_name, skip=[here])
            self.kept[key] = whole.render(context)
        return self.kept[key]


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    """``{% kept value … %}``: see :class:`Kept`. The values are few and can be compared."""
    return Kept([parser.compile_filter(value) for value in token.split_contents()[1:]])


@register.inclusion_tag("console/rows.html", takes_context=True)
def console_rows(context, cl):
    """The table of a list: headings by unfold, rows by compiled columns."""
    request = context["request"]
    headers = list(result_headers(cl))
    numbers = {c.name for c in cl.columns(request) if c.css == "cell-number"}
    for name, header in zip(cl.list_display, headers, strict=True):
        if name in numbers:
            header["formatting"] = "price"  # how unfold calls a heading over figures
    return {
        "cl": cl,
        "result_headers": headers,
        "num_sorted_fields": sum(1 for head in headers if head["sortable"] and head["sorted"]),
        "body": cl.body(request) if cl.result_list else "",
        "has_add_permission": context.get("has_add_permission"),
        "request": request,
    }
