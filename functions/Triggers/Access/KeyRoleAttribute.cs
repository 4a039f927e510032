using System.Reflection;

namespace SentimentWatch.Triggers.Access;

/// <summary>The role whose key opens an HTTP function in the self-hosted form; on Azure the function's own key does.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeyRoleAttribute(string role) : Attribute
{
    /// <summary>One of <see cref="KeyRoles"/>.</summary>
    public string Role { get; } = role;

    /// <summary>Role of a function that is not open to anyone; admin when it names none.</summary>
    public static string Of(MethodInfo method) => method.GetCustomAttribute<KeyRoleAttribute>()?.Role ?? KeyRoles.Admin;
}

/// <summary>Who holds a key.</summary>
public static class KeyRoles
{
    /// <summary>A source that posts records.</summary>
    public const string Intake = "intake";

    /// <summary>Reads records, alerts and digests.</summary>
    public const string Reader = "reader";

    /// <summary>An officer of the district office: reads, and acts in the console.</summary>
    public const string Officer = "officer";

    /// <summary>An operator: may do all.</summary>
    public const string Admin = "admin";

    /// <summary>An owning unit: acts on its own alerts.</summary>
    public const string Unit = "unit";
}
