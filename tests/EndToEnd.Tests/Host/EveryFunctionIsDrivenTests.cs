using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.SelfHost.Engine;
using SentimentWatch.SelfHost.Hosting;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.EndToEnd.Tests.Host;

/// <summary>No function of Triggers is forgotten by the self-hosted form.</summary>
public sealed class EveryFunctionIsDrivenTests(SelfHostFixture host) : IClassFixture<SelfHostFixture>
{
    private static IReadOnlyList<(string Name, MethodInfo Method)> Declared { get; } =
    [
        .. from type in typeof(SelfHostApp).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select (function.Name, method),
    ];

    [Fact]
    public async Task Every_queue_and_timer_function_runs_in_the_engine_and_every_http_function_has_a_route()
    {
        var engine = host.App.Services.GetRequiredService<TriggerEngine>();

        // The engine starts beside the host.
        while (engine.Driven.Count == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var driven = engine.Driven.ToList();
        var mapped = host.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<FunctionEntry>()).OfType<FunctionEntry>().Select(entry => entry.Name).ToList();
        Assert.True(Declared.Count >= 25, $"Only {Declared.Count} functions were found.");
        Assert.Equal(Declared.Select(d => d.Name).Order(StringComparer.Ordinal), driven.Concat(mapped).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_function_can_be_made_by_the_services()
    {
        using var scope = host.App.Services.CreateScope();
        foreach (var (name, method) in Declared.Where(d => !d.Method.IsStatic))
        {
            Assert.True(ActivatorUtilities.CreateInstance(scope.ServiceProvider, method.DeclaringType!) is not null, name);
        }
    }

    [Fact]
    public void Every_http_function_that_needs_a_key_names_its_role()
    {
        foreach (var (name, method) in Declared)
        {
            var http = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().SingleOrDefault();
            Assert.True(http is null || http.AuthLevel == AuthorizationLevel.Anonymous || method.GetCustomAttribute<KeyRoleAttribute>() is not null, name);
        }
    }
}
