using System.Runtime.CompilerServices;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.SelfHost.Engine;

namespace SentimentWatch.SelfHost.Doctor;

/// <summary>host.json, keys, public address, feeds.</summary>
internal sealed class SettingsCheck(IConfiguration configuration) : ICheck
{
    private static readonly string[] Keys = ["Keys:intake", "Keys:reader", "Keys:officer", "Keys:admin", "Mask:Key", "Ack:SigningKeys:0"];

    public string Name => "settings";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return Try("host.json", () =>
        {
            _ = HostSettings.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));
            return "host.json is read";
        });
        yield return PublicUrl();
        var missing = Keys.Where(key => configuration[$"SentimentWatch:{key}"] is not { Length: > 0 }).Select(key => "SentimentWatch__" + key.Replace(":", "__", StringComparison.Ordinal)).ToList();
        yield return Finding.Ok(missing.Count == 0 ? "all keys are set" : $"not set and generated in the data folder: {string.Join(", ", missing)}");
        var weak = Keys.FirstOrDefault(key => configuration[$"SentimentWatch:{key}"] is { Length: > 0 and < 16 });
        if (weak is not null)
        {
            yield return Finding.Fault($"SentimentWatch:{weak} is shorter than 16 characters: set a random one of 32.");
        }

        yield return Try("feeds", () => $"{new FeedSettings(configuration).Read().Count} feeds are set");
    }

    private Finding PublicUrl()
    {
        if (configuration["SentimentWatch:PublicUrl"] is not { Length: > 0 } url)
        {
            return Finding.Ok("SentimentWatch__PublicUrl is not set: links in cards point to the address that is served");
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? Finding.Ok("links in cards point to " + uri.GetLeftPart(UriPartial.Path))
            : Finding.Fault("SentimentWatch__PublicUrl is not an https address (plain http is taken for this machine only): correct it.");
    }

    private static Finding Try(string what, Func<string> look)
    {
        try
        {
            return Finding.Ok(look());
        }
        catch (Exception e) when (e is UserErrorException or InvalidOperationException or FormatException)
        {
            return Finding.Fault($"{what}: {e.Message}");
        }
    }
}
