using System.Text.Encodings.Web;
using System.Text.Json;

namespace Triptych.Examples.Counter;

/// <summary>What the function does, whichever cloud calls it.</summary>
/// <param name="Text">JSON.</param>
public sealed record Answer(int Status, string Text)
{
    // Firestore takes ids of up to 1,500 bytes, DynamoDB keys of up to 2,048.
    private const int LongestKey = 1500;

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Counts a request, and answers with how many there were for its path.</summary>
    /// <param name="rawPath">The request's path. The clouds don't agree on whether it comes percent-encoded.</param>
    /// <param name="increment">Counts one more under a key, and tells the count.</param>
    public static async Task<Answer> ToAsync(string rawPath, Func<string, Task<long>> increment)
    {
        var path = Uri.UnescapeDataString(rawPath);
        var key = Uri.EscapeDataString(path); // A slash can't stand in the id of a document.
        if (key.Length > LongestKey)
        {
            return Of(414, new { error = "the path is too long" });
        }
        try
        {
            return Of(200, new { path, count = await increment(key) });
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine(exception);
            return Of(500, new { error = "the request can't be counted" });
        }
    }

    private static Answer Of<T>(int status, T value) => new(status, JsonSerializer.Serialize(value, Readable));
}
