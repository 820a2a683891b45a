"""What the functions do, on both clouds, with their SDKs stood in for. Needs nothing but Python."""

import base64
import contextlib
import hashlib
import hmac
import importlib
import io
import json
import os
import sys
import types
import unittest
from unittest import mock

KEY = b"a key that nobody may read"
OURS = ("aws", "gcp", "lambda_function", "log", "main", "order", "summary")


class Held:
    """What a cloud's services hold."""

    def __init__(self):
        self.orders = {}
        self.summaries = {}
        self.events = []
        self.files = {}
        self.keys_read = 0
        self.before_mark = lambda: None  # what somebody else does, just before an order is marked
        self.topic_closed = False

    def table(self, name):
        return {"the-orders": self.orders, "the-summaries": self.summaries}[name]

    def publish(self, topic, text):
        assert topic == "the-topic"
        if self.topic_closed:
            raise RuntimeError("the topic is closed")
        self.events.append(json.loads(text))

    def read_key(self, secret):
        assert secret == "the-secret"
        self.keys_read += 1
        return KEY


class OnLambda:
    def __init__(self, held):
        self.held = held
        self.module = self._load()

    def _load(self):
        held = self.held

        class ConditionalCheckFailedException(Exception):
            pass

        class Table:
            meta = types.SimpleNamespace(
                client=types.SimpleNamespace(
                    exceptions=types.SimpleNamespace(ConditionalCheckFailedException=ConditionalCheckFailedException)
                )
            )

            def __init__(self, name):
                self._items = held.table(name)

            def get_item(self, Key, ConsistentRead):
                assert ConsistentRead
                item = self._items.get(Key["id"])
                return {"Item": dict(item)} if item else {}

            def put_item(self, Item):
                self._items[Item["id"]] = Item

            def update_item(self, Key, **rest):
                held.before_mark()
                values = rest.pop("ExpressionAttributeValues")
                assert rest == {
                    "UpdateExpression": "SET #status = :done, signature = :signature",
                    "ConditionExpression": "#status = :received",
                    "ExpressionAttributeNames": {"#status": "status"},
                }
                item = self._items[Key["id"]]
                if item["status"] != values[":received"]:
                    raise ConditionalCheckFailedException
                item.update(status=values[":done"], signature=values[":signature"])

        clients = {
            "sns": types.SimpleNamespace(publish=lambda TopicArn, Message: held.publish(TopicArn, Message)),
            "secretsmanager": types.SimpleNamespace(
                get_secret_value=lambda SecretId: {"SecretString": held.read_key(SecretId).decode()}
            ),
            "s3": types.SimpleNamespace(
                get_object=lambda Bucket, Key: {"Body": io.BytesIO(held.files[Bucket, Key])},
            ),
        }
        boto3 = types.ModuleType("boto3")
        boto3.client = clients.__getitem__
        boto3.resource = lambda name: {"dynamodb": types.SimpleNamespace(Table=Table)}[name]
        with mock.patch.dict(sys.modules, {"boto3": boto3}):
            return importlib.import_module("lambda_function")

    def work(self, *jobs):
        """Which of the jobs failed."""
        records = [{"messageId": f"m{index}", "body": job} for index, job in enumerate(jobs)]
        answer = self.module.worker({"Records": records}, None)
        return [int(failure["itemIdentifier"][1:]) for failure in answer["batchItemFailures"]]

    def audit(self, event):
        self.module.audit({"Records": [{"Sns": {"MessageId": "1", "Message": event}}]}, None)

    def index(self, bucket, key):
        detail = {"bucket": {"name": bucket}, "object": {"key": key, "size": 1}}
        self.module.index({"source": "aws.s3", "detail-type": "Object Created", "detail": detail}, None)


class Request:
    """What of Flask's request the functions use."""

    def __init__(self, path, body):
        self.path = path
        self._body = body

    def get_json(self, force):
        assert force
        return json.loads(self._body)


class OnCloudFunctions:
    def __init__(self, held):
        self.held = held
        # The SDK is loaded when it is first used, which is while a test runs.
        patched = mock.patch.dict(sys.modules, self._sdk())
        patched.start()
        self.stop = patched.stop
        self.module = importlib.import_module("main")

    def _sdk(self):
        held = self.held

        class Document:
            def __init__(self, items, key):
                assert key and "/" not in key
                self._items, self._key = items, key

            def get(self, transaction=None):
                if transaction:
                    held.before_mark()
                item = self._items.get(self._key)
                return types.SimpleNamespace(to_dict=lambda: item and dict(item))

            def set(self, item):
                self._items[self._key] = item

        class Client:
            def __init__(self, database):
                self._items = held.table(database)

            def collection(self, name):
                assert name == "items"
                return types.SimpleNamespace(document=lambda key: Document(self._items, key))

            def transaction(self):
                return types.SimpleNamespace(set=lambda document, item: document.set(item))

        class PublisherClient:
            def publish(self, topic, data):
                # Nothing is sent, or fails, for one who doesn't wait.
                return types.SimpleNamespace(result=lambda: held.publish(topic, data))

        class SecretManagerServiceClient:
            def access_secret_version(self, name):
                secret, version = name.split("/versions/")
                assert version == "latest"
                return types.SimpleNamespace(payload=types.SimpleNamespace(data=held.read_key(secret)))

        class Storage:
            def bucket(self, name):
                return types.SimpleNamespace(
                    blob=lambda key: types.SimpleNamespace(download_as_bytes=lambda: held.files[name, key])
                )

        parts = {
            "firestore": {"Client": Client, "transactional": lambda work: work},
            "pubsub_v1": {"PublisherClient": PublisherClient},
            "secretmanager": {"SecretManagerServiceClient": SecretManagerServiceClient},
            "storage": {"Client": Storage},
        }
        google, cloud = types.ModuleType("google"), types.ModuleType("google.cloud")
        google.cloud = cloud
        for name, members in parts.items():
            setattr(cloud, name, types.SimpleNamespace(**members))
        return {"google": google, "google.cloud": cloud}

    def call(self, function, path, body):
        text, status = getattr(self.module, function)(Request(path, body))
        assert text == ""
        return status

    def work(self, *jobs):
        """Which of the jobs failed: each comes by itself."""
        statuses = [self.call("worker", "/triggers/queue/jobs", envelope(job)) for job in jobs]
        return [index for index, status in enumerate(statuses) if not 200 <= status < 300]

    def audit(self, event):
        self._succeed("audit", "/triggers/topic/events", envelope(event))

    def index(self, bucket, key):
        attributes = {"eventType": "OBJECT_FINALIZE", "bucketId": bucket, "objectId": key}
        self._succeed("index", "/triggers/bucket/reports", envelope(json.dumps({"name": key}), attributes))

    def _succeed(self, function, path, body):
        status = self.call(function, path, body)
        if not 200 <= status < 300:
            raise RuntimeError(status)


def envelope(text, attributes=None):
    """A message, as Pub/Sub pushes it: what is empty is left out."""
    message = {"messageId": "1", "publishTime": "2025-01-31T05:00:00Z", "attributes": attributes or {}}
    if text:
        message["data"] = base64.b64encode(text.encode()).decode()
    return json.dumps({"message": message, "subscription": "projects/p/subscriptions/s"})


def order(order_id, **rest):
    return {"id": order_id, "item": "mug", "quantity": 2, "status": "received", **rest}


def job(order_id):
    return json.dumps({"order": order_id})


def signature(order_id):
    return hmac.new(KEY, f'["{order_id}","mug",2]'.encode(), hashlib.sha256).hexdigest()


ENVIRONMENT = {
    "ORDERS_TABLE": "the-orders",
    "SUMMARIES_TABLE": "the-summaries",
    "EVENTS_TOPIC": "the-topic",
    "SIGNING_KEY": "the-secret",
}


class Everywhere:
    """The tests of both clouds."""

    def setUp(self):
        for name in OURS:
            sys.modules.pop(name, None)
        patched = mock.patch.dict(os.environ, ENVIRONMENT)
        patched.start()
        self.addCleanup(patched.stop)
        self.log = io.StringIO()
        redirected = contextlib.redirect_stdout(self.log)
        redirected.__enter__()
        self.addCleanup(redirected.__exit__, None, None, None)
        self.held = Held()
        self.cloud = self.start(self.held)

    def tearDown(self):
        self.assertNotIn(KEY.decode(), self.log.getvalue())

    def logged(self):
        return [json.loads(line) for line in self.log.getvalue().splitlines()]

    def test_finishes_an_order(self):
        self.held.orders["a"] = order("a")
        self.assertEqual(self.cloud.work(job("a")), [])
        self.assertEqual(self.held.orders["a"], order("a", status="done", signature=signature("a")))
        self.assertEqual(self.held.events, [{"order": "a", "status": "done", "signature": signature("a")}])
        self.assertEqual(self.logged(), [{"severity": "INFO", "message": "order done", "order": "a"}])

    def test_leaves_an_order_alone_that_is_done(self):
        self.held.orders["a"] = order("a", status="done", signature="by somebody else")
        self.assertEqual(self.cloud.work(job("a"), job("a")), [])
        self.assertEqual(self.held.orders["a"]["signature"], "by somebody else")
        self.assertEqual((self.held.events, self.held.keys_read), ([], 0))

    def test_finishes_an_order_once_that_comes_twice(self):
        self.held.orders["a"] = order("a")
        self.assertEqual(self.cloud.work(job("a"), job("a")), [])
        self.assertEqual(len(self.held.events), 1)

    def test_marks_no_order_that_somebody_else_has_marked_meanwhile(self):
        self.held.orders["a"] = order("a")
        self.held.before_mark = lambda: self.held.orders["a"].update(status="done", signature="by somebody else")
        self.assertEqual(self.cloud.work(job("a")), [])
        self.assertEqual(self.held.orders["a"]["signature"], "by somebody else")
        self.assertEqual(self.logged()[0]["message"], "order was done meanwhile")

    def test_marks_no_order_whose_event_is_not_out(self):
        self.held.orders["a"] = order("a")
        self.held.topic_closed = True
        self.assertEqual(self.cloud.work(job("a")), [0])
        self.assertEqual(self.held.orders["a"], order("a"))
        self.held.topic_closed = False
        self.assertEqual(self.cloud.work(job("a")), [])
        self.assertEqual(len(self.held.events), 1)

    def test_fails_a_job_that_is_none_and_no_other(self):
        self.held.orders.update(a=order("a"), b=order("b"))
        jobs = [job("a"), "no JSON", job("nobody"), "[]", "{}", '{"order":7}', "", "null", job("b")]
        self.assertEqual(self.cloud.work(*jobs), [1, 2, 3, 4, 5, 6, 7])
        self.assertEqual([event["order"] for event in self.held.events], ["a", "b"])
        failures = [line for line in self.logged() if line["severity"] == "ERROR"]
        self.assertEqual(len(failures), 7)
        self.assertIn("there is no order nobody", failures[1]["error"])

    def test_reads_the_key_once(self):
        self.held.orders.update(a=order("a"), b=order("b"))
        self.cloud.work(job("a"))
        self.cloud.work(job("b"))
        self.assertEqual(self.held.keys_read, 1)

    def test_keeps_events_once(self):
        event = json.dumps({"order": "a", "status": "done", "signature": "abc"})
        for _ in range(2):
            self.cloud.audit(event)
        self.assertEqual(self.held.summaries, {"order-a": {"id": "order-a", "status": "done", "signature": "abc"}})

    def test_fails_an_event_that_is_none(self):
        with self.assertRaises(Exception):
            self.cloud.audit("no JSON")
        self.assertEqual(self.held.summaries, {})

    def test_keeps_the_figures_of_a_report(self):
        report = {"title": "Orders so far", "date": "2025-01-31", "orders": 2, "done": 1, "pieces": 7}
        self.held.files["the-reports", "reports/a b+ü.json"] = json.dumps(report).encode()
        self.cloud.index("the-reports", "reports/a b+ü.json")
        summary = {"id": "report-2025-01-31", "orders": 2, "done": 1, "pieces": 7}
        self.assertEqual(self.held.summaries, {"report-2025-01-31": summary})

    def test_fails_where_a_report_is_gone(self):
        with self.assertRaises(Exception):
            self.cloud.index("the-reports", "reports/gone.json")


class Lambda(Everywhere, unittest.TestCase):
    start = OnLambda


class CloudFunctions(Everywhere, unittest.TestCase):
    def start(self, held):
        cloud = OnCloudFunctions(held)
        self.addCleanup(cloud.stop)
        return cloud

    def test_is_called_at_its_own_path_alone(self):
        for function in ("worker", "index", "audit"):
            self.assertEqual(self.cloud.call(function, "/triggers/queue/other", envelope(job("a"))), 404)
            self.assertEqual(self.cloud.call(function, "/", "{}"), 404)
        self.assertEqual(self.logged(), [])

    def test_fails_what_is_no_envelope(self):
        for body in ("", "no JSON", "[]", "{}"):
            self.assertEqual(self.cloud.call("worker", "/triggers/queue/jobs", body), 500)


if __name__ == "__main__":
    unittest.main()
