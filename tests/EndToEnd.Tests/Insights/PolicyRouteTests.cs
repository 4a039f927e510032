using SentimentWatch.EndToEnd.Tests.Host;

namespace SentimentWatch.EndToEnd.Tests.Insights;

/// <summary>Policy reports over HTTP; the shipped district watches no policy.</summary>
public sealed class PolicyRouteTests(SelfHostFixture host) : IClassFixture<SelfHostFixture>
{
    [Theory]
    [InlineData("reader-key", "api/policies/none", 404)]
    [InlineData("reader-key", "api/policies/none?format=docx", 400)]
    [InlineData("intake-key", "api/policies/none", 403)]
    [InlineData("zjj-key", "api/policies/none", 403)]
    [InlineData(null, "api/policies/none", 401)]
    public async Task A_bad_question_is_told(string? key, string path, int status)
    {
        using var client = host.Client(key);
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }
}
