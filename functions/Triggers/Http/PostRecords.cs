using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>POST /api/records/{channel}</c>: takes a JSON array, NDJSON, CSV or XLSX of at most 32 MiB.</summary>
public sealed class PostRecords(RecordIntake intake)
{
    [Function(nameof(PostRecords))]
    [KeyRole(KeyRoles.Intake)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/records/{channel}")] HttpRequest request,
        string channel,
        CancellationToken cancellationToken)
    {
        if (!Channels.IsKnown(channel))
        {
            return Results.Problem(statusCode: 404, title: $"There is no such channel; the channels are {string.Join(", ", Channels.All)}.");
        }

        if (request.ContentLength > IntakeRequest.MaxRequestBytes)
        {
            return TooLarge();
        }

        // The intake bounds the body itself, with a reason; the server, without a bound, lets the sender finish and read it.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        try
        {
            var receipt = await intake.AcceptAsync(request.Body, RecordFormats.FromContentType(request.ContentType), channel, cancellationToken);
            return Results.Json(receipt, TriggersJson.Plain.IntakeReceipt, statusCode: StatusCodes.Status202Accepted);
        }
        catch (InputTooLargeException)
        {
            return TooLarge();
        }
    }

    private static IResult TooLarge() => Results.Problem(
        statusCode: StatusCodes.Status413PayloadTooLarge, title: "The body is larger than 32 MiB; send it in several requests.");
}
