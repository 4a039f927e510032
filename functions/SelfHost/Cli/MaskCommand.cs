using System.CommandLine;
using System.Text;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>mask</c>: text in, masked text out, line by line.</summary>
internal static class MaskCommand
{
    public static Command Create()
    {
        var input = CommonOptions.In("Text, UTF-8");
        var command = new Command("mask", "Takes personal data out of text: phones, identity and bank card numbers, mail and chat addresses, plates, self-introduced names.") { input };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(input), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(CommonOptions.OpenIn(file), Encoding.UTF8);
        await using var writer = new StreamWriter(System.Console.OpenStandardOutput(), new UTF8Encoding(false));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            await writer.WriteLineAsync(Masker.Mask(line).AsMemory(), cancellationToken);
        }

        return 0;
    }
}
