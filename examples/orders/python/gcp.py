"""What the functions use, on Google Cloud. Clients are loaded and made once, when they are first used: each of the
functions uses other ones, and all take their time."""

import functools
import json
import os

ITEMS = "items"  # the one collection of a table's database


@functools.cache
def orders():
    return Orders(_database("ORDERS_TABLE"))


class Orders:
    def __init__(self, database):
        self._database = database

    def find(self, order_id):
        return self._item(order_id).get().to_dict()

    def mark_done(self, order_id, signature):
        """Whether it was this call that marked the order."""
        from google.cloud import firestore

        item = self._item(order_id)

        @firestore.transactional
        def mark(transaction):
            order = item.get(transaction=transaction).to_dict()
            if order["status"] != "received":
                return False
            transaction.set(item, {**order, "status": "done", "signature": signature})
            return True

        return mark(self._database.transaction())

    def _item(self, order_id):
        return self._database.collection(ITEMS).document(order_id)


@functools.cache
def summaries():
    return Summaries(_database("SUMMARIES_TABLE"))


class Summaries:
    def __init__(self, database):
        self._database = database

    def put(self, item):
        self._database.collection(ITEMS).document(item["id"]).set(item)


@functools.cache
def events():
    from google.cloud import pubsub_v1

    return Events(pubsub_v1.PublisherClient())


class Events:
    def __init__(self, client):
        self._client = client

    def publish(self, event):
        # The client sends in the background, where a function may be stopped before it has: so wait.
        self._client.publish(os.environ["EVENTS_TOPIC"], json.dumps(event).encode()).result()


@functools.cache
def signing_key():
    """The environment holds the secret's name. What it was when it was first read counts for as long as the worker lives."""
    from google.cloud import secretmanager

    client = secretmanager.SecretManagerServiceClient()
    return client.access_secret_version(name=f"{os.environ['SIGNING_KEY']}/versions/latest").payload.data


@functools.cache
def _storage():
    from google.cloud import storage

    return storage.Client()


def read(bucket, key):
    return _storage().bucket(bucket).blob(key).download_as_bytes()


def _database(variable):
    """A table is a database of its own."""
    from google.cloud import firestore

    return firestore.Client(database=os.environ[variable])
