"""Template parts of the console's lists and forms."""

from django.template import Library
from unfold.templatetags.unfold_list import result_headers

register = Library()


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
