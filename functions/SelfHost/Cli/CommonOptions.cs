using System.CommandLine;
using System.Globalization;

namespace SentimentWatch.SelfHost.Cli;

/// <summary>Options that several verbs take.</summary>
internal static class CommonOptions
{
    /// <summary><c>--data</c>.</summary>
    public static Option<string?> Data() => new("--data") { Description = "Data folder: embedded storage and generated keys.", HelpName = "DIR" };

    /// <summary><c>--in</c>: a file, or standard input.</summary>
    public static Option<string?> In(string what) => new("--in") { Description = $"{what}; standard input when left out or -.", HelpName = "F" };

    /// <summary><c>--out</c>: a file, or standard output.</summary>
    public static Option<string?> Out(string what) => new("--out") { Description = $"{what}; standard output when left out or -.", HelpName = "F" };

    /// <summary>A day, <c>yyyy-MM-dd</c>, Asia/Shanghai.</summary>
    public static Option<DateOnly> Day(string name, string what) => new(name)
    {
        Description = what + ", yyyy-MM-dd (Asia/Shanghai).",
        HelpName = "D",
        Required = true,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name} {result.Tokens[0].Value} is no day: write it as 2026-11-24");
            return default;
        },
    };

    /// <summary>Opens the input.</summary>
    /// <exception cref="UserErrorException">The file cannot be read.</exception>
    public static Stream OpenIn(string? file)
    {
        if (file is null or "-")
        {
            return System.Console.OpenStandardInput();
        }

        try
        {
            return File.OpenRead(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{file} cannot be read ({e.Message.TrimEnd('.')}): check the path.", e);
        }
    }

    /// <summary>Opens the output; a file is written new.</summary>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static Stream OpenOut(string? file)
    {
        if (file is null or "-")
        {
            return System.Console.OpenStandardOutput();
        }

        try
        {
            return File.Create(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{file} cannot be written ({e.Message.TrimEnd('.')}): choose another --out.", e);
        }
    }

    /// <summary>Says one line on standard error.</summary>
    public static void Say(string line) => System.Console.Error.WriteLine(line);
}
