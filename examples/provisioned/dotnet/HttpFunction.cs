using Google.Cloud.Firestore;
using Google.Cloud.Functions.Framework;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Triptych.Examples.Counter;

/// <summary>Cloud Functions' way in: a request comes as one of ASP.NET's.</summary>
public sealed class HttpFunction : IHttpFunction
{
    // A table is a database of its own, with its items in one collection.
    private static readonly Lazy<CollectionReference> Items = new(() =>
        new FirestoreDbBuilder { DatabaseId = Environment.GetEnvironmentVariable("COUNTER_TABLE") }
            .Build()
            .Collection("items"));

    public async Task HandleAsync(HttpContext context)
    {
        // The path as it came: of its own one ASP.NET decodes all but slashes, and tidies it up.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var answer = await Answer.ToAsync(target.Split('?')[0], IncrementAsync);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Text, context.RequestAborted);
    }

    private static Task<long> IncrementAsync(string key)
    {
        var item = Items.Value.Document(key);
        return Items.Value.Database.RunTransactionAsync(async transaction =>
        {
            var snapshot = await transaction.GetSnapshotAsync(item);
            var count = (snapshot.Exists ? snapshot.GetValue<long>("count") : 0) + 1;
            transaction.Set(item, new Dictionary<string, object> { ["id"] = key, ["count"] = count });
            return count;
        });
    }
}
