using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using SentimentWatch.Pipeline.Notify.Teams;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>POST /api/teams/{unit}</c>: commands of a team's outgoing webhook; its HMAC is checked on the raw bytes.</summary>
public sealed class PostTeams(TeamsCommands commands)
{
    // A Teams message is at most 28 KB of text; anything much larger is none.
    private const int LargestBody = 256 * 1024;

    [Function(nameof(PostTeams))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/teams/{unit}")] HttpRequest request,
        string unit,
        CancellationToken cancellationToken)
    {
        // Teams sends plain UTF-8. A coded body would be signed in one form and read in another.
        if (!IsPlain(request))
        {
            return Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: "Send the message as plain UTF-8 JSON.");
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > LargestBody)
            {
                return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: "The message is too large.");
            }

            body.Write(buffer, 0, read);
        }

        var reply = await commands.HandleAsync(unit, body.ToArray(), request.Headers.Authorization, cancellationToken);
        return Results.Text(reply.Json, "application/json", Encoding.UTF8, reply.Status);
    }

    private static bool IsPlain(HttpRequest request)
    {
        var coding = request.Headers.ContentEncoding.ToString();
        return (coding.Length == 0 || coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            && (request.ContentType is not { Length: > 0 } type
                || (MediaTypeHeaderValue.TryParse(type, out var media) && (media.Charset.Length == 0 || media.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))));
    }
}
