using System.Reflection;

namespace SentimentWatch.EndToEnd.Tests.Flow;

/// <summary>Stands before a store and, when told to, dies before a call reaches it or after the call has had its effect.</summary>
public class Dying<T> : DispatchProxy
    where T : class
{
    private T _inner = null!;
    private Func<Death> _next = null!;

    // DispatchProxy must derive from a class of its own; the factory belongs beside it.
#pragma warning disable CA1000
    public static T Before(T inner, Func<Death> next)
    {
        var proxy = Create<T, Dying<T>>();
        ((Dying<T>)(object)proxy)._inner = inner;
        ((Dying<T>)(object)proxy)._next = next;
        return proxy;
    }
#pragma warning restore CA1000

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var death = _next();
        if (death == Death.BeforeTheCall)
        {
            throw new IOException("died before the call");
        }

        var result = targetMethod!.Invoke(_inner, args);
        return death == Death.AfterTheCall && result is Task task ? DieAfter(task, targetMethod.ReturnType) : result;
    }

    private static object DieAfter(Task task, Type type) => type.IsGenericType
        ? typeof(Dying<T>).GetMethod(nameof(DieWithResultAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GenericTypeArguments[0]).Invoke(null, [task])!
        : DieAsync(task);

    private static async Task DieAsync(Task task)
    {
        await task;
        throw new IOException("died after the call");
    }

    private static async Task<TResult> DieWithResultAsync<TResult>(Task<TResult> task)
    {
        await task;
        throw new IOException("died after the call");
    }
}

/// <summary>Whether and when to die.</summary>
public enum Death
{
    None,
    BeforeTheCall,
    AfterTheCall,
}
