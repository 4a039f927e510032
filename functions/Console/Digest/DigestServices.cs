using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Digest;

/// <summary>Registers the pages of digests and of policies.</summary>
public static class DigestServices
{
    /// <summary>Adds the pages that digests, policy reports and yearly sheets are drawn with.</summary>
    public static IServiceCollection AddDigestPage(this IServiceCollection services)
    {
        // 汉字 as they are instead of as numbers: a quarter of the size, and readable as text.
        services.TryAddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services.AddSingleton<IDigestPage, DigestPage>().AddSingleton<IPolicyPage, Policies.PolicyPage>();
    }
}
