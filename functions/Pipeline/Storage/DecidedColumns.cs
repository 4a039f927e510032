using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Columns of <c>records</c> that say what a person decided: no replay and no rescore changes a label that <c>decided</c> names.</summary>
internal static class DecidedColumns
{
    private const string Decided = "decided";
    private const string By = "decidedBy";
    private const string At = "decidedAt";

    /// <summary>Columns to select where a row is to be replaced.</summary>
    public static IReadOnlyList<string> All { get; } = [Decided, By, At, .. ReviewLabels.Names];

    /// <summary>What a person decided of a row; null when nobody did.</summary>
    public static DecisionMark? Read(TableEntity row) => row.GetString(Decided) is { Length: > 0 } labels
        ? new DecisionMark(labels.Split(','), row.GetString(By), ShanghaiTime.Of(row.GetDateTimeOffset(At) ?? default))
        : null;

    /// <summary>Writes a decision beside those made before.</summary>
    public static void Write(TableEntity row, TableEntity change, ReviewDecision decision)
    {
        var labels = decision.Labels.Given().ToList();
        foreach (var (name, value) in labels)
        {
            change[name] = value;
        }

        var names = (Read(row)?.Labels ?? []).Union(labels.Select(label => label.Name)).ToHashSet(StringComparer.Ordinal);
        change[Decided] = string.Join(',', ReviewLabels.Names.Where(names.Contains));
        change[By] = decision.By;
        change[At] = decision.At.ToUniversalTime();
        change["needsReview"] = false;
    }

    /// <summary>Carries what a person decided from a stored row over to the one that replaces it.</summary>
    public static void Keep(TableEntity stored, TableEntity row)
    {
        if (Read(stored) is not { } mark)
        {
            return;
        }

        foreach (var name in mark.Labels.Append(Decided).Append(By).Append(At))
        {
            row[name] = stored[name];
        }
    }
}
