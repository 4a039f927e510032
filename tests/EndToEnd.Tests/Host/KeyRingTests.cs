using Microsoft.Extensions.Configuration;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.EndToEnd.Tests.Host;

public sealed class KeyRingTests
{
    private readonly KeyRing _ring = new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["SentimentWatch:Keys:intake"] = "a",
        ["SentimentWatch:Keys:reader"] = "",
        ["SentimentWatch:Keys:Unit:zjj"] = "u",
    }).Build());

    [Fact]
    public void A_key_names_its_role_and_unit()
    {
        Assert.Equal(new Caller(KeyRoles.Intake, null), _ring.Identify("a"));
        Assert.Equal(new Caller(KeyRoles.Unit, "zjj"), _ring.Identify("u"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    public void An_unknown_or_empty_key_is_nobody_even_where_a_role_has_an_empty_key(string? key) => Assert.Null(_ring.Identify(key));

    [Theory]
    [InlineData(KeyRoles.Admin, KeyRoles.Unit, true)]
    [InlineData(KeyRoles.Officer, KeyRoles.Reader, true)]
    [InlineData(KeyRoles.Officer, KeyRoles.Admin, false)]
    [InlineData(KeyRoles.Reader, KeyRoles.Intake, false)]
    [InlineData(KeyRoles.Unit, KeyRoles.Reader, false)]
    public void Roles_open_what_they_should(string held, string needed, bool opens) => Assert.Equal(opens, KeyRing.Opens(held, needed));
}
