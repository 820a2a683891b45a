"""Cloud Functions' way in: a request comes as one of Flask's."""

import greeting


def greet(request):
    status, text = greeting.answer(request.method, request.query_string.decode("utf-8", "replace"), request.get_data())
    return text, status, greeting.JSON
