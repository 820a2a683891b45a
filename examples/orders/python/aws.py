"""What the functions use, on AWS. boto3 is part of Lambda's runtime. Clients are made once, when they are first used."""

import functools
import json
import os

import boto3


@functools.cache
def orders():
    return Orders(boto3.resource("dynamodb").Table(os.environ["ORDERS_TABLE"]))


class Orders:
    def __init__(self, table):
        self._table = table

    def find(self, order_id):
        item = self._table.get_item(Key={"id": order_id}, ConsistentRead=True).get("Item")
        return item and {**item, "quantity": int(item["quantity"])}  # DynamoDB's numbers are decimals.

    def mark_done(self, order_id, signature):
        """Whether it was this call that marked the order."""
        try:
            self._table.update_item(
                Key={"id": order_id},
                UpdateExpression="SET #status = :done, signature = :signature",
                ConditionExpression="#status = :received",
                ExpressionAttributeNames={"#status": "status"},
                ExpressionAttributeValues={":done": "done", ":received": "received", ":signature": signature},
            )
        except self._table.meta.client.exceptions.ConditionalCheckFailedException:
            return False
        return True


@functools.cache
def summaries():
    return Summaries(boto3.resource("dynamodb").Table(os.environ["SUMMARIES_TABLE"]))


class Summaries:
    def __init__(self, table):
        self._table = table

    def put(self, item):
        self._table.put_item(Item=item)


@functools.cache
def events():
    return Events(boto3.client("sns"))


class Events:
    def __init__(self, client):
        self._client = client

    def publish(self, event):
        self._client.publish(TopicArn=os.environ["EVENTS_TOPIC"], Message=json.dumps(event))


@functools.cache
def signing_key():
    """The environment holds the secret's ARN. What it was when it was first read counts for as long as the worker lives."""
    secret = boto3.client("secretsmanager").get_secret_value(SecretId=os.environ["SIGNING_KEY"])
    return secret["SecretString"].encode()


@functools.cache
def _s3():
    return boto3.client("s3")


def read(bucket, key):
    return _s3().get_object(Bucket=bucket, Key=key)["Body"].read()
