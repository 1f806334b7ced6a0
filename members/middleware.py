"""Which appointment the user of a request acts in: the one chosen in the session."""


def acting(get_response):
    """Tell the user the appointment chosen in the session; one that has ended is passed over."""

    def middleware(request):
        chosen = request.session.get("appointment")
        if chosen is not None and request.user.is_authenticated:
            request.user.act_as(chosen)
        return get_response(request)

    return middleware
