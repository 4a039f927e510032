using System.Globalization;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.EndToEnd.Tests.Cli;

/// <summary>doctor on calendars made for the day on which the test runs.</summary>
public sealed class DoctorCalendarTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sentimentwatch-doctor-");
    private readonly DateOnly _today = ShanghaiTime.DayOf(TimeProvider.System.GetUtcNow());

    private int Year => _today.Year;

    [Fact]
    public async Task Without_thisYear_it_finds_a_fault()
    {
        var output = await RunAsync(Year - 1);
        Assert.Contains($"FAULT district: calendar.json lacks {Year}, so deadlines in working days cannot be counted: add ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_nextYear_it_warns_from_which_receipt_on()
    {
        // Received on the fifth last weekday: four are left to count.
        var weekdays = Enumerable.Range(1, 31).Select(day => new DateOnly(Year, 12, day)).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var fifthLast = weekdays.TakeLast(5).First();
        var from = fifthLast < _today ? _today : fifthLast;
        var output = await RunAsync(Year);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"warn  district: calendar.json lacks {Year + 1}: hotline deadlines can no longer be counted for what is received from {from:yyyy-MM-dd} on"),
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_bothYears_it_says_nothing_of_them() =>
        Assert.DoesNotContain("calendar.json lacks", await RunAsync(Year, Year + 1), StringComparison.Ordinal);

    public void Dispose() => _data.Delete(recursive: true);

    private async Task<string> RunAsync(params int[] years)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_data.FullName, "elsewhere")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Districts", "licheng")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        var entries = years.Select(year => $$"""{"year": {{year}}, "source": "test", "holidays": [], "workdays": []}""");
        await File.WriteAllTextAsync(Path.Combine(folder, "calendar.json"), $$"""{"years": [{{string.Join(',', entries)}}]}""", TestContext.Current.CancellationToken);

        // A storage that nobody serves: the checks after the district's are not waited for.
        var settings = new Dictionary<string, string>
        {
            ["SentimentWatch__District"] = folder,
            ["AzureWebJobsStorage"] = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;BlobEndpoint=http://127.0.0.1:1/a",
        };
        await using var doctor = CliProcess.Start(_data.FullName, settings, "doctor");
        var lines = new List<string>();
        while (lines.Count == 0 || !lines[^1].Contains(" model: ", StringComparison.Ordinal))
        {
            lines.Add(await doctor.LineAsync(""));
        }

        await doctor.KillAsync();
        return string.Join('\n', lines);
    }
}
