"""Cloud Functions' way in: a request comes as one of Flask's."""

import greeting


def greet(request):
    body = request.get_data().decode("utf-8", "replace")
    status, text = greeting.answer(request.method, request.args.get("name"), body)
    return text, status, greeting.JSON
