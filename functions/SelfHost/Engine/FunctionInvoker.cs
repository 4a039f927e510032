using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace SentimentWatch.SelfHost.Engine;

/// <summary>Runs a function as the worker does: a new instance in a scope of its own, parameters bound by kind and name.</summary>
public sealed class FunctionInvoker(IServiceScopeFactory scopes)
{
    /// <summary>Runs it once.</summary>
    /// <param name="function">The function.</param>
    /// <param name="trigger">What the parameter with the trigger attribute is given.</param>
    /// <param name="routeValues">Values for parameters by name.</param>
    /// <param name="cancellationToken">Given to a parameter of that type.</param>
    /// <returns>The function's result; null for none.</returns>
    public async Task<object?> InvokeAsync(
        FunctionEntry function, object? trigger, IReadOnlyDictionary<string, object?> routeValues, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var arguments = function.Method.GetParameters()
            .Select(parameter => Bind(function, parameter, trigger, routeValues, cancellationToken))
            .ToArray();
        var instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Method.DeclaringType!);
        var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        switch (returned)
        {
            case Task<IResult> result:
                return await result;
            case Task task:
                await task;
                return null;
            default:
                return returned;
        }
    }

    private static object? Bind(
        FunctionEntry function, ParameterInfo parameter, object? trigger, IReadOnlyDictionary<string, object?> routeValues, CancellationToken cancellationToken)
    {
        if (parameter.GetCustomAttributes().Any(a => a is TimerTriggerAttribute or QueueTriggerAttribute or HttpTriggerAttribute))
        {
            return trigger;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return cancellationToken;
        }

        return routeValues.TryGetValue(parameter.Name!, out var value)
            ? value?.ToString()
            : throw new InvalidOperationException($"Nothing binds parameter {parameter.Name} of function {function.Name}.");
    }
}
