// What the functions use, on AWS. The SDK is part of Lambda's runtime.
const { once } = require('./once');

const orders = once(() => {
  const { DynamoDBClient, GetItemCommand, PutItemCommand, paginateScan } = require('@aws-sdk/client-dynamodb');
  const client = new DynamoDBClient();
  const TableName = process.env.ORDERS_TABLE;
  return {
    async create({ id, item, quantity, status }) {
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: { id: { S: id }, item: { S: item }, quantity: { N: String(quantity) }, status: { S: status } },
            ConditionExpression: 'attribute_not_exists(id)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return undefined;
      } catch (error) {
        if (error.name === 'ConditionalCheckFailedException') return orderOf(error.Item);
        throw error;
      }
    },
    async find(id) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: { id: { S: id } }, ConsistentRead: true }),
      );
      return Item && orderOf(Item);
    },
    async *all() {
      for await (const { Items } of paginateScan({ client }, { TableName })) yield* Items.map(orderOf);
    },
  };
});

const orderOf = ({ id, item, quantity, status, signature }) => ({
  id: id.S,
  item: item.S,
  quantity: Number(quantity.N),
  status: status.S,
  ...(signature && { signature: signature.S }),
});

const jobs = once(() => {
  const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');
  const client = new SQSClient();
  return {
    async send(job) {
      await client.send(new SendMessageCommand({ QueueUrl: process.env.JOBS_QUEUE, MessageBody: JSON.stringify(job) }));
    },
  };
});

const reports = once(() => {
  const { PutObjectCommand, S3Client } = require('@aws-sdk/client-s3');
  const client = new S3Client();
  return {
    async write(key, text) {
      const object = { Bucket: process.env.REPORTS_BUCKET, Key: key, Body: text, ContentType: 'application/json' };
      await client.send(new PutObjectCommand(object));
    },
  };
});

module.exports = { orders, jobs, reports };
