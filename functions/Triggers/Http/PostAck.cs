using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Console.Ack;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Ack;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>POST /ack/{token}</c>: takes the link's step when the form is the one that the GET gave out and no other site sent it.</summary>
public sealed class PostAck(AckDesk desk, PublicAddress address)
{
    // 500 characters, each up to 12 bytes when a browser encodes them, and the hidden field.
    private const int LargestForm = 16 * 1024;

    [Function(nameof(PostAck))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "ack/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken)
    {
        var form = await FormAsync(request, cancellationToken);
        return new AckResult(await desk.ActAsync(token, new AckForm(form?[AckFormGuard.Field], form?["text"], IsSameSite(request)), cancellationToken));
    }

    // What is no form, or too large for one, counts as a form without its field: the page is shown again.
    private static async Task<IFormCollection?> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = request.ContentType ?? "";
        if (request.ContentLength > LargestForm || !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return await new FormFeature(request, new FormOptions { BufferBodyLengthLimit = LargestForm, ValueLengthLimit = LargestForm, ValueCountLimit = 8 })
                .ReadFormAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    // Browsers say where a form comes from; a script says nothing and still needs the form's field.
    private bool IsSameSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && (from.Authority == request.Host.Value || address.IsAt(from))));
    }
}
