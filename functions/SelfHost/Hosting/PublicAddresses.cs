using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SentimentWatch.SelfHost.Storage;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>Settles what is served and what address links in cards carry.</summary>
public static class PublicAddresses
{
    private const string PublicUrl = "SentimentWatch:PublicUrl";

    /// <summary>
    /// The addresses with port 0 replaced by a free port. Sets <c>SentimentWatch:PublicUrl</c> where it is not set: to the
    /// first address when serving, to that of the last <c>serve</c> on this data folder otherwise.
    /// </summary>
    public static string? Settle(string? urls, IConfiguration configuration, DataFolder data)
    {
        var isSet = configuration[PublicUrl] is { Length: > 0 };
        if (urls is null)
        {
            if (!isSet && File.Exists(data.AddressFile))
            {
                configuration[PublicUrl] = File.ReadAllText(data.AddressFile).Trim();
            }

            return null;
        }

        var settled = string.Join(';', urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(WithPort));
        var first = Reachable(settled.Split(';')[0]);
        PrivateFiles.Write(data.AddressFile, configuration[PublicUrl] is { Length: > 0 } known ? known : first);
        if (!isSet)
        {
            configuration[PublicUrl] = first;
        }

        return settled;
    }

    private static string WithPort(string url)
    {
        if (!url.EndsWith(":0", StringComparison.Ordinal))
        {
            return url;
        }

        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return url[..^1] + ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private static string Reachable(string url) =>
        url.TrimEnd('/')
            .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//+", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//*", "//127.0.0.1", StringComparison.Ordinal);
}
