"""The same requests get the same answers on both clouds. Needs nothing but Python."""

import base64
import json
import pathlib
import unittest
import urllib.parse

import lambda_function
import main

REQUESTS = json.loads((pathlib.Path(__file__).parents[1] / "requests.json").read_text("utf-8"))


class Request:
    """What of Flask's request the function uses."""

    def __init__(self, method, query, body):
        self.method = method
        self.args = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        self._body = body.encode()

    def get_data(self):
        return self._body


def event(method, query, body, encoded=False):
    """A request as an HTTP API or a function URL hands it to Lambda: what is empty is left out."""
    made = {"version": "2.0", "rawPath": "/", "requestContext": {"http": {"method": method}}, "isBase64Encoded": encoded}
    if query:
        made["queryStringParameters"] = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
    if body:
        made["body"] = base64.b64encode(body.encode()).decode() if encoded else body
    return made


class Greeting(unittest.TestCase):
    def each(self, call):
        for row in REQUESTS:
            with self.subTest(row):
                status, headers, text = call(row["method"], row.get("query", ""), row.get("body", ""))
                expected = json.loads(json.dumps(row["answer"]).replace("$LANGUAGE", "Python"))
                self.assertEqual((status, json.loads(text)), (row["status"], expected))
                self.assertEqual(headers["content-type"], "application/json")

    def test_cloud_functions(self):
        def call(method, query, body):
            text, status, headers = main.greet(Request(method, query, body))
            return status, headers, text

        self.each(call)

    def test_lambda(self):
        for encoded in (False, True):

            def call(method, query, body):
                answer = lambda_function.handler(event(method, query, body, encoded), None)
                return answer["statusCode"], answer["headers"], answer["body"]

            self.each(call)


if __name__ == "__main__":
    unittest.main()
