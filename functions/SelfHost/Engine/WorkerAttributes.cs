// The attribute types of Microsoft.Azure.Functions.Worker that the function classes use, with the real shapes, so that
// the same files compile here and against the real packages in functions/App. SelfHost drives them (this folder).
#pragma warning disable MA0048, IDE0130 // several types in the namespace of the package they stand for
namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>Unique name of the function.</summary>
    public string Name { get; } = name;
}

/// <summary>Runs a function on a schedule.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>NCrontab expression of six fields in UTC, or <c>%setting%</c>.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>True: runs once when the host starts, too.</summary>
    public bool RunOnStartup { get; set; }
}

/// <summary>Runs a function for each message of a queue.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>Name of the queue.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>Settings prefix of the storage account; null is <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}

/// <summary>Runs a function for an HTTP request.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    /// <summary>Who may call.</summary>
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    /// <summary>HTTP methods, any case.</summary>
    public string[] Methods { get; } = methods;

    /// <summary>Route template; null is the function's name.</summary>
    public string? Route { get; set; }
}

/// <summary>Who may call an HTTP function.</summary>
public enum AuthorizationLevel
{
    /// <summary>Anyone.</summary>
    Anonymous = 0,

    /// <summary>Not used here.</summary>
    User = 1,

    /// <summary>Holder of a key.</summary>
    Function = 2,

    /// <summary>Not used here.</summary>
    System = 3,

    /// <summary>Holder of the host's master key.</summary>
    Admin = 4,
}

/// <summary>What a timer function is told.</summary>
public sealed class TimerInfo
{
    /// <summary>True when the run is late.</summary>
    public bool IsPastDue { get; set; }
}
