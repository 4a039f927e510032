using System.CommandLine;
using System.Globalization;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>policies</c>: the report of one policy, or the evaluation sheet of a year.</summary>
internal static class PoliciesCommand
{
    public static Command Create()
    {
        var code = new Option<string?>("--code") { Description = "Report of this policy (code of policies.json).", HelpName = "C" };
        var all = new Option<bool>("--all") { Description = "Evaluation sheet of all policies of a year, by drafting unit." };
        var year = new Option<int?>("--year") { Description = "Year of the sheet; this year when left out.", HelpName = "Y" };
        var format = new Option<string>("--format") { Description = "html, md, json or csv.", Required = true };
        format.AcceptOnlyFromAmong("html", "md", "json", "csv");
        var output = new Option<string>("--out") { Description = "File to write; - for standard output.", HelpName = "F", Required = true };
        var data = CommonOptions.Data();
        var command = new Command("policies", "Writes how a policy was received (before and after publication, concerns, risk), or the yearly evaluation sheet.")
        {
            code, all, year, format, output, data,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(code) is null != result.GetValue(all))
            {
                result.AddError("give either --code C or --all");
            }
            else if (result.GetValue(year) is { } asked && (!result.GetValue(all) || asked is < 2000 or > 2099))
            {
                result.AddError("--year is a year from 2000 to 2099 and goes with --all");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(code), parsed.GetValue(year), parsed.GetRequiredValue(format), parsed.GetRequiredValue(output), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? code, int? year, string formatName, string file, string? data, CancellationToken cancellationToken)
    {
        _ = PolicyForms.TryParse(formatName, out var format);
        await using var app = await SelfHostApp.StartAsync(new SelfHostOptions { Data = data, Say = CommonOptions.Say }, cancellationToken);
        var (desk, forms) = (app.Services.GetRequiredService<PolicyDesk>(), app.Services.GetRequiredService<PolicyForms>());
        var counter = app.Services.GetRequiredService<StorageClients>().Counter;
        var (before, read) = (counter.Total, 0);
        var content = await ProgressBar.RunAsync("reading", async report =>
        {
            void Progress(int records)
            {
                read = records;
                if (records % 1_000 == 0)
                {
                    report($"{records} records");
                }
            }

            return code is null
                ? await forms.WriteAsync(await desk.SheetAsync(YearOf(year, app), Progress, cancellationToken), format)
                : await forms.WriteAsync(await desk.ReportAsync(PolicyOf(code, desk), Progress, cancellationToken), format);
        });
        await using (var output = CommonOptions.OpenOut(file))
        {
            await output.WriteAsync(content, cancellationToken);
        }

        CommonOptions.Say(string.Create(CultureInfo.InvariantCulture, $"read {read} records in {counter.Total - before} storage transactions"));
        return 0;
    }

    private static Pipeline.Routing.Policy PolicyOf(string code, PolicyDesk desk) => desk.Find(code)
        ?? throw new UserErrorException(desk.Policies.Count == 0
            ? "The district watches no policy: add one to its policies.json."
            : $"There is no policy {code}: use one of {string.Join(", ", desk.Policies.Select(policy => policy.Code))}.");

    private static int YearOf(int? year, SelfHostApp app)
    {
        var today = ShanghaiTime.DayOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        return year is not { } asked ? today.Year
            : asked <= today.Year ? asked
            : throw new UserErrorException($"{asked} has not come yet: choose a year up to {today.Year}.");
    }
}
