using Azure.Data.Tables;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Writes a judged record as a flat row that analysts can query; see README.md of this folder for every column.</summary>
internal static class RecordRow
{
    /// <summary>Longest string column: 32,768 UTF-16 units are the service's limit.</summary>
    public const int MaxText = 31_000;

    /// <summary>Body columns: body, body2 … body9.</summary>
    public const int MaxBodyColumns = 9;

    /// <summary>Between the members of a list column.</summary>
    public const string ListSeparator = " | ";

    /// <summary>Every column that a verdict may have.</summary>
    public static IReadOnlyList<string> VerdictColumns { get; } =
    [
        "sentiment", "pNegative", "pNeutral", "pPositive", "topic", "topicConfidence", "topicTop", "urgency", "urgencyProbability", "dangerKind", "urgencyWhy",
        "lead", "support", "recused", "function", "routingWhy", "street", "placeName", "placeLevel", "needsReview", "why", "model",
    ];

    /// <summary>The row, without keys that say when and by what it was stored.</summary>
    public static TableEntity Of(JudgedRecord judged)
    {
        var (record, verdict) = judged;
        var row = new TableEntity(RecordKeys.Partition(record), RecordKeys.Row(record));
        var cut = new List<string>();
        AddRecord(row, record, cut);
        AddHandling(row, record, cut);
        AddVerdict(row, verdict);
        Put(row, "cut", cut.Count == 0 ? null : string.Join(',', cut));
        return row;
    }

    private static void AddRecord(TableEntity row, CitizenRecord record, List<string> cut)
    {
        row["channel"] = record.Channel;
        row["sourceId"] = record.SourceId;
        row["version"] = record.Version;
        row["receivedAt"] = record.ReceivedAt.ToUniversalTime();
        Put(row, "occurredAt", record.OccurredAt?.ToUniversalTime());
        PutText(row, "title", record.Title, 4_000, cut);
        AddBody(row, record.Body, cut);
        PutText(row, "place", record.Place, 1_000, cut);
        PutText(row, "namedUnit", record.NamedUnit, 1_000, cut);
        PutText(row, "kind", record.Kind, 100, cut);
        PutText(row, "sourceUrgency", record.SourceUrgency, 100, cut);
        PutText(row, "url", record.Url, 4_000, cut);
        Put(row, "callerHash", record.CallerHash);
        if (record.Reach is { } reach)
        {
            row["likes"] = reach.Likes;
            row["comments"] = reach.Comments;
            row["shares"] = reach.Shares;
            row["followers"] = reach.Followers;
        }
    }

    private static void AddBody(TableEntity row, string body, List<string> cut)
    {
        row["bodyLength"] = body.Length;
        for (int column = 1, start = 0; start < body.Length; column++)
        {
            if (column > MaxBodyColumns)
            {
                cut.Add("body");
                break;
            }

            var piece = Piece(body, start, MaxText);
            row[column == 1 ? "body" : $"body{column}"] = piece;
            start += piece.Length;
        }
    }

    private static void AddHandling(TableEntity row, CitizenRecord record, List<string> cut)
    {
        row["status"] = RecordStatus.Of(record.Handling);
        if (record.Handling is not { } handling)
        {
            return;
        }

        Put(row, "dispatchedAt", handling.DispatchedAt?.ToUniversalTime());
        Put(row, "dueAt", handling.DueAt?.ToUniversalTime());
        Put(row, "cityDueAt", handling.CityDueAt?.ToUniversalTime());
        Put(row, "unitAcceptedAt", handling.AcceptedAt?.ToUniversalTime());
        Put(row, "returnedAt", handling.ReturnedAt?.ToUniversalTime());
        PutText(row, "returnReason", handling.ReturnReason, MaxText, cut);
        Put(row, "repliedAt", handling.RepliedAt?.ToUniversalTime());
        PutText(row, "reply", handling.Reply, MaxText, cut);
        Put(row, "extendedTo", handling.ExtendedTo?.ToUniversalTime());
        Put(row, "followUpAt", handling.FollowUpAt?.ToUniversalTime());
        Put(row, "satisfied", handling.Satisfied);
        Put(row, "closedAt", handling.ClosedAt?.ToUniversalTime());
    }

    /// <summary>Writes the verdict's columns.</summary>
    public static void AddVerdict(TableEntity row, Verdict verdict)
    {
        row["sentiment"] = verdict.Sentiment.Label;
        row["pNegative"] = Rounded(verdict.Sentiment.Negative);
        row["pNeutral"] = Rounded(verdict.Sentiment.Neutral);
        row["pPositive"] = Rounded(verdict.Sentiment.Positive);
        row["topic"] = verdict.Topic.Label;
        row["topicConfidence"] = Rounded(verdict.Topic.Confidence);
        row["topicTop"] = TopicScores.Write(verdict.Topic.Top);
        row["urgency"] = verdict.Urgency.Level;
        row["urgencyProbability"] = Rounded(verdict.Urgency.Probability);
        Put(row, "dangerKind", verdict.Urgency.Kind);
        PutList(row, "urgencyWhy", verdict.Urgency.Why);
        var routing = verdict.Routing;
        row["lead"] = routing.Lead;
        PutList(row, "support", routing.Support);
        PutList(row, "recused", routing.Recused);
        row["function"] = routing.Function;
        row["routingWhy"] = routing.Why;
        Put(row, "street", routing.Place?.Street);
        Put(row, "placeName", routing.Place?.Name);
        Put(row, "placeLevel", routing.Place?.Level);
        row["needsReview"] = verdict.NeedsReview;
        PutList(row, "why", verdict.Why);
        row["model"] = verdict.Model;
    }

    private static double Rounded(float probability) => Math.Round(probability, 4);

    private static void Put(TableEntity row, string column, object? value)
    {
        // A column that is not there costs nothing and reads as null.
        if (value is not null)
        {
            row[column] = value;
        }
    }

    private static void PutText(TableEntity row, string column, string? text, int max, List<string> cut)
    {
        if (text is { Length: var length } && length > max)
        {
            cut.Add(column);
            text = Piece(text, 0, max);
        }

        Put(row, column, text);
    }

    private static void PutList(TableEntity row, string column, IReadOnlyList<string> members) =>
        Put(row, column, members.Count == 0 ? null : Piece(string.Join(ListSeparator, members), 0, MaxText));

    /// <summary>At most <paramref name="max"/> units from <paramref name="start"/>, never half a surrogate pair.</summary>
    private static string Piece(string text, int start, int max)
    {
        var length = Math.Min(max, text.Length - start);
        if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
        {
            length--;
        }

        return text.Substring(start, length);
    }
}
