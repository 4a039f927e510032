using SentimentWatch.SelfHost.Storage;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>Where a host keeps what must outlive it: the embedded storage, generated keys, sign-in keys.</summary>
public sealed class DataFolder
{
    private DataFolder(string root) => Root = root;

    /// <summary>Full path.</summary>
    public string Root { get; }

    /// <summary>Data of the embedded Azurite.</summary>
    public string Azurite => Path.Combine(Root, "azurite");

    /// <summary>Generated keys, readable by the owner only.</summary>
    public string KeysFile => Path.Combine(Root, "keys.json");

    /// <summary>Keys that protect sign-in cookies.</summary>
    public string SignIn => Path.Combine(Root, "sign-in");

    /// <summary>Address of the last <c>serve</c>, for links in cards that other verbs send.</summary>
    public string AddressFile => Path.Combine(Root, "address");

    /// <summary>The folder that <c>--data</c> or the setting <c>SentimentWatch__Data</c> names; else one in the user's home.</summary>
    /// <exception cref="UserErrorException">It cannot be made.</exception>
    public static DataFolder Open(string? option, IConfiguration configuration)
    {
        var root = Path.GetFullPath(option ?? configuration["SentimentWatch:Data"] ?? Default());
        try
        {
            PrivateFiles.CreateFolder(root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The data folder {root} cannot be made ({e.Message}): name another with --data.", e);
        }

        return new DataFolder(root);
    }

    private static string Default()
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(string.IsNullOrEmpty(local) ? Environment.CurrentDirectory : local, "sentimentwatch", "data");
    }
}
