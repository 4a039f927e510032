using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace SentimentWatch.SelfHost.Engine;

/// <summary>One function: its name, its method, and the trigger that one of its parameters carries.</summary>
public sealed record FunctionEntry(string Name, MethodInfo Method, Attribute Trigger);

/// <summary>Every function of an assembly, found by its attributes.</summary>
public sealed class FunctionCatalog(Assembly assembly)
{
    /// <summary>All functions, by name.</summary>
    /// <exception cref="InvalidOperationException">A function has no trigger or more than one, or a name is taken twice.</exception>
    public IReadOnlyList<FunctionEntry> Functions { get; } = Find(assembly);

    /// <summary>Functions of one kind of trigger.</summary>
    public IEnumerable<(FunctionEntry Function, T Trigger)> Of<T>()
        where T : Attribute =>
        Functions.Where(f => f.Trigger is T).Select(f => (f, (T)f.Trigger));

    private static FunctionEntry[] Find(Assembly assembly)
    {
        var found = assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(pair => pair.Function is not null)
            .Select(pair => new FunctionEntry(pair.Function!.Name, pair.Method, TriggerOf(pair.Method)))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .ToArray();
        var twice = found.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? found : throw new InvalidOperationException($"Two functions are named {twice.Key}.");
    }

    private static Attribute TriggerOf(MethodInfo method)
    {
        var triggers = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes())
            .Where(a => a is TimerTriggerAttribute or QueueTriggerAttribute or HttpTriggerAttribute)
            .ToArray();
        return triggers.Length == 1
            ? triggers[0]
            : throw new InvalidOperationException($"{method.DeclaringType?.Name}.{method.Name} needs exactly one trigger, it has {triggers.Length}.");
    }
}
