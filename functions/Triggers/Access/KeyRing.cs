using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace SentimentWatch.Triggers.Access;

/// <summary>Who called.</summary>
/// <param name="Role">One of <see cref="KeyRoles"/>.</param>
/// <param name="Unit">Code of the unit for <see cref="KeyRoles.Unit"/>; else null.</param>
public sealed record Caller(string Role, string? Unit);

/// <summary>The keys of settings <c>SentimentWatch:Keys</c>; compared in constant time.</summary>
public sealed class KeyRing
{
    /// <summary>Header that carries the key.</summary>
    public const string Header = "x-api-key";

    private readonly (byte[] Hash, Caller Caller)[] _keys;

    public KeyRing(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var keys = configuration.GetSection("SentimentWatch:Keys");
        string[] roles = [KeyRoles.Intake, KeyRoles.Reader, KeyRoles.Officer, KeyRoles.Admin];
        _keys =
        [
            .. roles.Where(role => keys[role] is { Length: > 0 }).Select(role => (Hash(keys[role]!), new Caller(role, null))),
            .. keys.GetSection("Unit").GetChildren().Where(unit => unit.Value is { Length: > 0 })
                .Select(unit => (Hash(unit.Value!), new Caller(KeyRoles.Unit, unit.Key))),
        ];
    }

    /// <summary>Who holds this key; null for nobody. Takes the same time for every key.</summary>
    public Caller? Identify(string? key)
    {
        var hash = Hash(key ?? "");
        Caller? found = null;
        foreach (var (known, caller) in _keys)
        {
            found = CryptographicOperations.FixedTimeEquals(known, hash) ? caller : found;
        }

        return string.IsNullOrEmpty(key) ? null : found;
    }

    /// <summary>
    /// Who called a function that asks for a key; null when the key is unknown. Without the header the host itself has
    /// checked its own key (Azure), which an operator hands out.
    /// </summary>
    public Caller? Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.TryGetValue(Header, out var key) ? Identify(key) : new Caller(KeyRoles.Admin, null);
    }

    /// <summary>The refusal of a request whose key does not open <paramref name="role"/>: 401 or 403; null when it does.</summary>
    public IResult? Refuse(HttpRequest request, string role)
    {
        ArgumentNullException.ThrowIfNull(request);
        var caller = Identify(request.Headers[Header]);
        if (caller is null)
        {
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: $"Send the key of role {role} in the {Header} header.");
        }

        return Opens(caller.Role, role)
            ? null
            : Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: $"This key is of role {caller.Role}; the route needs {role}.");
    }

    /// <summary>True when a key of role <paramref name="held"/> opens routes of role <paramref name="needed"/>.</summary>
    public static bool Opens(string held, string needed) =>
        held == needed || held == KeyRoles.Admin || (held == KeyRoles.Officer && needed == KeyRoles.Reader);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
