using System.Text.Json;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The table <c>eventlog</c>: one partition, a row a step; persons take few.</summary>
public sealed class EventLogTable(StorageClients clients) : IEventLog
{
    private const string Partition = "step";

    private readonly TableClient _table = clients.Table(StorageNames.EventLog);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EventStep>> ReadAsync(CancellationToken cancellationToken)
    {
        var steps = new List<EventStep>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            steps.Add(new EventStep(
                row.RowKey,
                row.GetDateTimeOffset("at") ?? default,
                row.GetString("by") ?? "",
                row.GetString("step") ?? "",
                row.GetString("eventId") ?? "",
                List(row, "records"),
                List(row, "others"),
                row.GetString("to"),
                row.GetString("title"),
                row.GetString("note"))
            {
                Into = List(row, "into"),
                Voices = row.GetInt32("voices") ?? 0,
            });
        }

        return steps;
    }

    /// <inheritdoc/>
    public Task AddAsync(EventStep step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        var row = new TableEntity(Partition, step.Id)
        {
            ["at"] = step.At.ToUniversalTime(),
            ["by"] = step.By,
            ["step"] = step.Step,
            ["eventId"] = step.EventId,
            ["records"] = Json(step.Records),
            ["others"] = Json(step.Others),
            ["to"] = step.To,
            ["title"] = step.Title,
            ["note"] = step.Note,
        };
        if (step.Into.Count > 0)
        {
            row["into"] = Json(step.Into);
        }

        if (step.Voices > 0)
        {
            row["voices"] = step.Voices;
        }

        return _table.AddEntityAsync(row, cancellationToken);
    }

    private static string Json(IReadOnlyList<string> keys) => JsonSerializer.Serialize([.. keys], EventRowJson.Plain.ListString);

    private static List<string> List(TableEntity row, string column) =>
        row.GetString(column) is { } json ? JsonSerializer.Deserialize(json, EventRowJson.Plain.ListString) ?? [] : [];
}
