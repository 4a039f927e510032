using System.Security.Claims;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Console.Access;

/// <summary>What a signed-in person may do.</summary>
public enum ConsoleRole
{
    /// <summary>Sees everything, changes nothing.</summary>
    Reader,

    /// <summary>Sees everything and may record lifecycle steps for the unit concerned.</summary>
    Officer,

    /// <summary>As an officer.</summary>
    Admin,

    /// <summary>Sees and handles the matters of one unit.</summary>
    Unit,
}

/// <summary>Who looks at a page.</summary>
/// <param name="Role">The role of the key that was used.</param>
/// <param name="Unit">Unit code for <see cref="ConsoleRole.Unit"/>; null otherwise.</param>
/// <param name="KeyMark">Fingerprint of the key, so that a changed key ends the sessions it opened.</param>
public sealed record Viewer(ConsoleRole Role, string? Unit, string KeyMark)
{
    private const string UnitClaim = "unit";
    private const string MarkClaim = "mark";

    /// <summary>True for a person who may read what concerns every unit: boards, digests, lists.</summary>
    public bool SeesAll => Role != ConsoleRole.Unit;

    /// <summary>
    /// A unit sees what it leads or supports, and never what speaks against it
    /// (济南市12345市民服务热线条例 第32条: interested parties recuse).
    /// </summary>
    public bool MaySee(string lead, IReadOnlyList<string> support, IReadOnlyList<string> recused, IUnitNames units) =>
        SeesAll || (Unit is not null && !Shield.Hides(recused, Unit, units) && (lead == Unit || support.Contains(Unit)));

    /// <summary>A unit sees an alert when the shield shows it to it, see <see cref="Shield.Shows"/>.</summary>
    public bool MaySee(Alert alert, IUnitNames units) => SeesAll || (Unit is not null && Shield.Shows(alert, Unit, units));

    /// <summary>Officers and administrators act on any alert, a unit on those it leads or supports, an office on all that it may see.</summary>
    public bool MayAct(Alert alert, IUnitNames units) => Role switch
    {
        ConsoleRole.Officer or ConsoleRole.Admin => true,
        ConsoleRole.Unit => MaySee(alert, units) && (Unit == alert.Unit || alert.Support.Contains(Unit!) || Shield.IsOffice(alert, Unit!)),
        _ => false,
    };

    /// <summary>Officers and administrators decide on doubtful verdicts.</summary>
    public bool MayReview => Role is ConsoleRole.Officer or ConsoleRole.Admin;

    /// <summary>The claims of the session cookie.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims = [new(ClaimTypes.Role, Role.ToString()), new(MarkClaim, KeyMark)];
        if (Unit is not null)
        {
            claims.Add(new Claim(UnitClaim, Unit));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    /// <summary>The viewer of a session cookie; null when its claims make no viewer.</summary>
    public static Viewer? FromPrincipal(ClaimsPrincipal principal)
    {
        var unit = principal.FindFirstValue(UnitClaim);
        return Enum.TryParse<ConsoleRole>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            && principal.FindFirstValue(MarkClaim) is { } mark
            && (role == ConsoleRole.Unit) == (unit is not null)
                ? new Viewer(role, unit, mark)
                : null;
    }
}
