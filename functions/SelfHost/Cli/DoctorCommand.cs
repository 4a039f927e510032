using System.CommandLine;
using SentimentWatch.SelfHost.Doctor;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>doctor</c>: looks at everything the product stands on and says what to do about each fault.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var command = new Command("doctor", "Checks settings, roster, calendar years, model files, storage and webhooks. Exit code 1 when something is at fault.") { data };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? data, CancellationToken cancellationToken)
    {
        var configuration = BareServices.Configuration();
        var folder = DataFolder.Open(data, configuration);
        IReadOnlyList<ICheck> checks =
        [
            new SettingsCheck(configuration),
            new DistrictCheck(configuration, TimeProvider.System),
            new ModelCheck(configuration),
            new StorageCheck(configuration, folder),
            new WebhookCheck(configuration),
        ];
        var faults = 0;
        foreach (var check in checks)
        {
            await foreach (var finding in check.RunAsync(cancellationToken))
            {
                faults += finding.IsFault ? 1 : 0;
                System.Console.Out.WriteLine($"{(finding.IsFault ? "FAULT" : finding.IsWarning ? "warn " : "ok   ")} {check.Name}: {finding.Text}");
            }
        }

        System.Console.Out.WriteLine(faults == 0 ? "nothing is at fault" : $"{faults} to mend");
        return faults == 0 ? 0 : 1;
    }
}
