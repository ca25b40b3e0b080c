"""What every request passes first."""

from django.http import HttpResponseBadRequest

from core.services.origin import arriving


def no_nul(get_response):
    """Refuse an address with a NUL character: no text of the database can hold or match one."""

    def answer(request):
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(
                "The address holds a NUL character (%00), which no text can contain. Remove it."
            )
        return get_response(request)

    return answer


def origin(get_response):
    """Let what is done for a request know where the request came from."""

    def answer(request):
        with arriving(request):
            return get_response(request)

    return answer
