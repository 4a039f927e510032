using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.SelfHost.Storage;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>Keys that no setting gives: made once, kept in the data folder, shown once.</summary>
public sealed class LocalKeys
{
    private static readonly string[] Access = ["SentimentWatch:Keys:intake", "SentimentWatch:Keys:reader", "SentimentWatch:Keys:officer", "SentimentWatch:Keys:admin"];
    private static readonly string[] Secret = ["SentimentWatch:Mask:Key", "SentimentWatch:Ack:SigningKeys:0"];
    private readonly string _file;
    private readonly KeyFile _keys;

    private LocalKeys(string file, KeyFile keys) => (_file, _keys) = (file, keys);

    /// <summary>Settings by path, for the ones that are not set otherwise.</summary>
    public IReadOnlyDictionary<string, string> Settings => _keys.Settings;

    /// <summary>Reads the kept keys and makes the missing ones.</summary>
    /// <exception cref="UserErrorException">The file is damaged.</exception>
    public static async Task<LocalKeys> LoadAsync(DataFolder data, IConfiguration configuration, CancellationToken cancellationToken)
    {
        using var one = await FolderLock.TakeAsync(data.KeysFile + ".lock", cancellationToken);
        var keys = Read(data.KeysFile);
        var missing = Access.Concat(Secret).Where(name => configuration[name] is not { Length: > 0 } && !keys.Settings.ContainsKey(name)).ToArray();
        foreach (var name in missing)
        {
            keys.Settings[name] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        }

        if (missing.Length > 0)
        {
            PrivateFiles.Write(data.KeysFile, JsonSerializer.Serialize(keys, KeysJson.Default.KeyFile));
        }

        return new LocalKeys(data.KeysFile, keys);
    }

    /// <summary>The generated access keys by role that nobody has been shown yet; empty ever after.</summary>
    public IReadOnlyList<(string Role, string Key)> TakeUnshown(IConfiguration configuration)
    {
        var unshown = Access.Where(name => _keys.Settings.ContainsKey(name) && configuration[name] == _keys.Settings[name] && !_keys.Shown.Contains(name)).ToArray();
        if (unshown.Length > 0)
        {
            _keys.Shown.AddRange(unshown);
            PrivateFiles.Write(_file, JsonSerializer.Serialize(_keys, KeysJson.Default.KeyFile));
        }

        return [.. unshown.Select(name => (name[(name.LastIndexOf(':') + 1)..], _keys.Settings[name]))];
    }

    private static KeyFile Read(string file)
    {
        if (!File.Exists(file))
        {
            return new KeyFile([], []);
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), KeysJson.Default.KeyFile) ?? new KeyFile([], []);
        }
        catch (JsonException e)
        {
            throw new UserErrorException($"{file} is damaged: restore it, or delete it and new keys are made (callers of old records are then not recognised).", e);
        }
    }
}

/// <summary>The file of generated keys.</summary>
public sealed record KeyFile(Dictionary<string, string> Settings, List<string> Shown);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(KeyFile))]
internal sealed partial class KeysJson : JsonSerializerContext;
