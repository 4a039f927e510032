using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Ack;

/// <summary>Makes and checks the tokens of <c>/ack/{token}</c>: <c>base64url(payload).base64url(HMAC-SHA256)</c>. Whoever holds one may take its one step; nothing else is asked.</summary>
public sealed class AckLinks(AckKeys keys, PublicAddress address, TimeProvider time)
{
    private const int LongestToken = 512;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>The link by which a unit takes one step on an alert as it stands; null when no key or no public address is set. Valid for 7 days from now.</summary>
    public string? LinkFor(Alert alert, string unit, string action)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return keys.All.Count == 0
            ? null
            : address.LinkTo($"ack/{Create(new AckTicket(alert.Id, unit, action, alert.Round, time.GetUtcNow() + Lifetime))}");
    }

    /// <summary>Signs a ticket with the first key.</summary>
    /// <exception cref="InvalidOperationException">No key is set.</exception>
    public string Create(AckTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (keys.All.Count == 0)
        {
            throw new InvalidOperationException("No key signs acknowledge links: set SentimentWatch__Ack__SigningKeys__0.");
        }

        var key = keys.All[0];
        var payload = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{key.Id}|{ticket.AlertId}|{ticket.Unit}|{ticket.Action}|{ticket.Round}|{ticket.ExpiresAt.ToUnixTimeSeconds()}"));
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(key.Sign(payload))}";
    }

    /// <summary>The ticket of a token; null when it is not ours, was altered, or its key is no longer valid. Look at <see cref="AckTicket.ExpiresAt"/> yourself.</summary>
    public AckTicket? Read(string? token)
    {
        if (token is not { Length: > 0 and <= LongestToken } || token.Split('.') is not [var body, var mac]
            || !TryDecode(body, out var payload) || !TryDecode(mac, out var signature))
        {
            return null;
        }

        // A token has one spelling: stray low bits of the last character would give it others.
        if (Base64Url.EncodeToString(payload) != body || Base64Url.EncodeToString(signature) != mac)
        {
            return null;
        }

        var fields = Encoding.UTF8.GetString(payload).Split('|');
        var key = keys.All.FirstOrDefault(candidate => candidate.Id == fields[0]);
        return key is not null
            && CryptographicOperations.FixedTimeEquals(key.Sign(payload), signature)
            && fields is [_, var alert, var unit, var action, var round, var seconds]
            && AckAction.StepOf(action) is not null
            && int.TryParse(round, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
                ? new AckTicket(alert, unit, action, sequence, DateTimeOffset.FromUnixTimeSeconds(expires))
                : null;
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = [];
        if (!Base64Url.IsValid(text))
        {
            return false;
        }

        bytes = Base64Url.DecodeFromChars(text);
        return true;
    }
}
