using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>A stored event as a flat row; see README.md of this folder for every column.</summary>
internal static class EventRow
{
    private const int ColumnCharacters = 30_000;
    private const int MemberColumns = 14;

    /// <summary>Writes.</summary>
    public static TableEntity Of(StoredEvent one)
    {
        var row = new TableEntity(StoredEvent.MonthOf(one.Id), one.Id)
        {
            ["title"] = one.Title,
            ["level"] = one.Level,
            ["lead"] = one.Lead,
            ["why"] = one.Why,
            ["state"] = one.State,
            ["raisedAt"] = one.RaisedAt.ToUniversalTime(),
            ["firstAt"] = one.FirstAt.ToUniversalTime(),
            ["lastAt"] = one.LastAt.ToUniversalTime(),
            ["recordCount"] = one.RecordCount,
            ["voices"] = one.Voices,
            ["central"] = one.Central,
            ["basis"] = one.Basis,
        };
        PutList(row, "terms", one.Terms);
        PutList(row, "channels", one.Channels);
        PutList(row, "formerIds", one.FormerIds);
        Put(row, "predecessor", one.Predecessor);
        Put(row, "mergedInto", one.MergedInto);
        Put(row, "splitFrom", one.SplitFrom);
        Put(row, "isFalse", one.IsFalse ? true : null);
        Put(row, "hint", one.Hint);
        Put(row, "hintBasis", one.HintBasis.Length > 0 ? one.HintBasis : null);
        Put(row, "reserved", one.IsReserved ? true : null);
        Put(row, "alertId", one.AlertId);
        Put(row, "followed", one.Followed);
        PutList(row, "recused", one.Recused);
        PutMembers(row, one.Members);
        return row;
    }

    /// <summary>What is merged into the row of an event that was followed up.</summary>
    public static TableEntity Of(EventMark mark)
    {
        var row = new TableEntity(StoredEvent.MonthOf(mark.Id), mark.Id) { ["followed"] = mark.Followed };
        Put(row, "alertId", mark.AlertId);
        PutList(row, "recused", mark.Recused);
        return row;
    }

    /// <summary>Reads.</summary>
    public static StoredEvent Read(TableEntity row) => new(row.RowKey)
    {
        Title = row.GetString("title") ?? "",
        Terms = RecordRowReader.List(row, "terms"),
        Level = row.GetString("level") ?? "",
        Lead = row.GetString("lead") ?? "",
        Channels = RecordRowReader.List(row, "channels"),
        Why = row.GetString("why") ?? "",
        State = row.GetString("state") ?? "",
        RaisedAt = row.GetDateTimeOffset("raisedAt") ?? default,
        FirstAt = row.GetDateTimeOffset("firstAt") ?? default,
        LastAt = row.GetDateTimeOffset("lastAt") ?? default,
        RecordCount = row.GetInt32("recordCount") ?? 0,
        Voices = row.GetInt32("voices") ?? 0,
        Central = row.GetString("central") ?? "",
        Basis = row.GetString("basis") ?? "",
        Predecessor = row.GetString("predecessor"),
        MergedInto = row.GetString("mergedInto"),
        FormerIds = RecordRowReader.List(row, "formerIds"),
        SplitFrom = row.GetString("splitFrom"),
        IsFalse = row.GetBoolean("isFalse") ?? false,
        Hint = row.GetString("hint"),
        HintBasis = row.GetString("hintBasis") ?? "",
        IsReserved = row.GetBoolean("reserved") ?? false,
        AlertId = row.GetString("alertId"),
        Recused = RecordRowReader.List(row, "recused"),
        Followed = row.GetString("followed"),
        Members = [.. MembersOf(row)],
    };

    private static void Put(TableEntity row, string column, object? value)
    {
        if (value is not null)
        {
            row[column] = value;
        }
    }

    private static void PutList(TableEntity row, string column, IReadOnlyList<string> members) =>
        Put(row, column, members.Count == 0 ? null : string.Join(RecordRow.ListSeparator, members));

    // Of an event too large for a row the latest records are left off; recordCount counts them all the same.
    private static void PutMembers(TableEntity row, IReadOnlyList<EventMember> members)
    {
        var (piece, length, column) = (new List<string>(), 0, 1);
        foreach (var text in members.Select(member => $"{RecordKeys.Partition(member.Channel, member.Day)}/{member.SourceId}"))
        {
            if (length + text.Length + 4 > ColumnCharacters)
            {
                row[Column(column++)] = JsonSerializer.Serialize(piece, EventRowJson.Plain.ListString);
                (piece, length) = ([], 0);
            }

            if (column > MemberColumns)
            {
                return;
            }

            piece.Add(text);
            length += text.Length + 4;
        }

        row[Column(column)] = JsonSerializer.Serialize(piece, EventRowJson.Plain.ListString);
    }

    private static IEnumerable<EventMember> MembersOf(TableEntity row)
    {
        for (var column = 1; row.GetString(Column(column)) is { } json; column++)
        {
            foreach (var text in JsonSerializer.Deserialize(json, EventRowJson.Plain.ListString) ?? [])
            {
                var slash = text.IndexOf('/', StringComparison.Ordinal);
                var day = text.LastIndexOf('_', slash);
                yield return new EventMember(text[..day], text[(slash + 1)..], RecordKeys.Day(text[(day + 1)..slash]));
            }
        }
    }

    private static string Column(int number) => number == 1 ? "members" : string.Create(CultureInfo.InvariantCulture, $"members{number}");
}
