using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

[assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]

namespace Triptych.Examples.Counter;

/// <summary>Lambda's way in: a request comes as an event, payload format 2.0.</summary>
public sealed class LambdaFunction
{
    private readonly AmazonDynamoDBClient _client = new();
    private readonly string? _table = Environment.GetEnvironmentVariable("COUNTER_TABLE");

    public async Task<APIGatewayHttpApiV2ProxyResponse> HandleAsync(APIGatewayHttpApiV2ProxyRequest request)
    {
        var answer = await Answer.ToAsync(request.RawPath, IncrementAsync);
        return new APIGatewayHttpApiV2ProxyResponse
        {
            StatusCode = answer.Status,
            Headers = new Dictionary<string, string> { ["content-type"] = "application/json" },
            Body = answer.Text,
        };
    }

    private async Task<long> IncrementAsync(string key)
    {
        var response = await _client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = _table,
            Key = new Dictionary<string, AttributeValue> { ["id"] = new() { S = key } },
            UpdateExpression = "ADD #count :one",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#count"] = "count" },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":one"] = new() { N = "1" } },
            ReturnValues = ReturnValue.UPDATED_NEW,
        });
        return long.Parse(response.Attributes["count"].N, CultureInfo.InvariantCulture);
    }
}
