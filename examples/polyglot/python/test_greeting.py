"""The same requests get the same answers on both clouds. Needs nothing but Python."""

import base64
import json
import pathlib
import unittest

import lambda_function
import main

REQUESTS = json.loads((pathlib.Path(__file__).parents[1] / "requests.json").read_text("utf-8"))


class Request:
    """What of Flask's request the function uses."""

    def __init__(self, method, query, body):
        self.method = method
        self.query_string = query.encode()
        self._body = body

    def get_data(self):
        return self._body


def event(method, query, body, encoded):
    """A request as an HTTP API or a function URL hands it to Lambda: a body that is empty is left out."""
    made = {"version": "2.0", "rawPath": "/", "rawQueryString": query, "requestContext": {"http": {"method": method}}}
    if body:
        made["body"] = (base64.b64encode(body) if encoded else body).decode()
    return {**made, "isBase64Encoded": encoded}


class Greeting(unittest.TestCase):
    def each(self, call, rows=REQUESTS):
        for row in rows:
            with self.subTest(row):
                body = row.get("body", "").encode() + base64.b64decode(row.get("bodyBase64", ""))
                status, headers, text = call(row["method"], row.get("query", ""), body)
                expected = json.loads(json.dumps(row["answer"]).replace("$LANGUAGE", "Python"))
                self.assertEqual((status, json.loads(text)), (row["status"], expected))
                self.assertEqual(headers["content-type"], "application/json")

    def test_cloud_functions(self):
        def call(method, query, body):
            text, status, headers = main.greet(Request(method, query, body))
            return status, headers, text

        self.each(call)

    def test_lambda(self):
        # What isn't text always comes encoded.
        for encoded, rows in ((False, [row for row in REQUESTS if "bodyBase64" not in row]), (True, REQUESTS)):

            def call(method, query, body):
                answer = lambda_function.handler(event(method, query, body, encoded), None)
                return answer["statusCode"], answer["headers"], answer["body"]

            self.each(call, rows)


if __name__ == "__main__":
    unittest.main()
