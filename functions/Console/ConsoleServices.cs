using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Digest;

namespace SentimentWatch.Console;

/// <summary>Registers what the console needs besides the pipeline.</summary>
public static class ConsoleServices
{
    /// <summary>How long a session lasts without a request: a working day.</summary>
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(8);

    /// <summary>Adds the console. Keys are read from <c>SentimentWatch:Keys</c> at each sign-in, so a changed key holds at once.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration)
    {
        // First, because it brings the encoder that leaves 汉字 as they are, and the first one registered holds.
        services.AddDigestPage();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new SignInKeys(configuration));
        services.AddSingleton<SignInThrottle>();
        services.AddRazorComponents();
        services.AddAuthentication().AddCookie(ConsoleGate.Scheme, options =>
        {
            options.Cookie.Name = "sentimentwatch-console";
            options.Cookie.Path = "/console";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = SessionLength;
            options.SlidingExpiration = true;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "sentimentwatch-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<WeekCounts>();
        services.TryAddSingleton<IConsoleData, ConsoleData>();
        return services;
    }
}
