// Lambda's way in: a request comes as an event, payload format 2.0. The SDK is part of Lambda's runtime.
const { DynamoDBClient, UpdateItemCommand } = require('@aws-sdk/client-dynamodb');
const { answer } = require('./counter');

const client = new DynamoDBClient();

async function increment(key) {
  const { Attributes } = await client.send(
    new UpdateItemCommand({
      TableName: process.env.COUNTER_TABLE,
      Key: { id: { S: key } },
      UpdateExpression: 'ADD #count :one',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': { N: '1' } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Number(Attributes.count.N);
}

exports.handler = async (event) => {
  const { status, text } = await answer(event.rawPath, increment);
  return { statusCode: status, headers: { 'content-type': 'application/json' }, body: text };
};
