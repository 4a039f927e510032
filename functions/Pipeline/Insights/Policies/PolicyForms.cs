using System.Text;
using System.Text.Json;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Forms of policy reports and sheets.</summary>
public enum PolicyFormat
{
    /// <summary>A page.</summary>
    Html,

    /// <summary>The data.</summary>
    Json,

    /// <summary>Records a day, for a report; a line a policy, for a sheet.</summary>
    Csv,

    /// <summary>Markdown.</summary>
    Markdown,
}

/// <summary>Draws the pages of reports and sheets; implemented by the console's Razor components.</summary>
public interface IPolicyPage
{
    /// <summary>A whole HTML document without scripts or outside addresses.</summary>
    Task<string> RenderAsync(PolicyReport report);

    /// <summary>The same for the yearly sheet.</summary>
    Task<string> RenderAsync(PolicySheet sheet);
}

/// <summary>Writes reports and sheets in every form.</summary>
public sealed class PolicyForms(IPolicyPage page)
{
    private static readonly Columns<PolicyDay> DayColumns = new(
    [
        ("day", line => DayText.Iso(line.Day)),
        ("records", line => line.Total),
        ("negative", line => line.Negative),
        .. Channels.All.Select(channel => (channel, (Func<PolicyDay, object?>)(line => line.Channels.GetValueOrDefault(channel)))),
    ]);

    private static readonly Columns<PolicySheetLine> SheetColumns = new(
        ("code", line => line.Code),
        ("name", line => line.Name),
        ("unit", line => line.Report.Unit),
        ("unitName", line => line.Report.UnitName),
        ("publishedOn", line => DayText.Iso(line.PublishedOn)),
        ("effectiveOn", line => DayText.Iso(line.EffectiveOn)),
        ("risk", line => line.Report.Risk.Level),
        ("records", line => line.Year.Total),
        ("voices", line => line.Year.Voices),
        ("negative", line => line.Year.Negative.Value),
        ("negativeLow", line => line.Year.Negative.Low),
        ("negativeHigh", line => line.Year.Negative.High),
        ("changeOfNegative", line => line.Report.NegativeChange?.Value),
        ("changeLow", line => line.Report.NegativeChange?.Low),
        ("changeHigh", line => line.Report.NegativeChange?.High),
        ("replied", line => line.Year.Replied),
        ("followedUp", line => line.FollowedUp),
        ("satisfied", line => line.Satisfied),
        ("concerns", line => string.Join('；', line.Concerns.Select(concern => concern.Text))),
        ("result", line => line.Result));

    /// <summary>Reads <c>html</c>, <c>json</c>, <c>csv</c> or <c>md</c>.</summary>
    public static bool TryParse(string? name, out PolicyFormat format)
    {
        format = name switch { "json" => PolicyFormat.Json, "csv" => PolicyFormat.Csv, "md" => PolicyFormat.Markdown, _ => PolicyFormat.Html };
        return name is "html" or "json" or "csv" or "md";
    }

    /// <summary>Content type of a form.</summary>
    public static string ContentType(PolicyFormat format) => format switch
    {
        PolicyFormat.Json => "application/json; charset=utf-8",
        PolicyFormat.Csv => "text/csv; charset=utf-8",
        PolicyFormat.Markdown => "text/markdown; charset=utf-8",
        _ => "text/html; charset=utf-8",
    };

    /// <summary>A report's bytes.</summary>
    public async Task<byte[]> WriteAsync(PolicyReport report, PolicyFormat format)
    {
        ArgumentNullException.ThrowIfNull(report);
        return format switch
        {
            PolicyFormat.Json => JsonSerializer.SerializeToUtf8Bytes(report, InsightsJson.Plain.PolicyReport),
            PolicyFormat.Csv => DayColumns.ToCsv(report.Days),
            PolicyFormat.Markdown => Encoding.UTF8.GetBytes(PolicyMarkdown.Render(report)),
            _ => Encoding.UTF8.GetBytes(await page.RenderAsync(report)),
        };
    }

    /// <summary>A sheet's bytes.</summary>
    public async Task<byte[]> WriteAsync(PolicySheet sheet, PolicyFormat format)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return format switch
        {
            PolicyFormat.Json => JsonSerializer.SerializeToUtf8Bytes(sheet, InsightsJson.Plain.PolicySheet),
            PolicyFormat.Csv => SheetColumns.ToCsv(sheet.Units.SelectMany(unit => unit.Policies)),
            PolicyFormat.Markdown => Encoding.UTF8.GetBytes(PolicyMarkdown.Render(sheet)),
            _ => Encoding.UTF8.GetBytes(await page.RenderAsync(sheet)),
        };
    }
}
