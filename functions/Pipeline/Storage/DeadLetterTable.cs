using Azure.Data.Tables;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The <c>deadletters</c> table.</summary>
public sealed class DeadLetterTable(StorageClients storage) : IDeadLetterStore
{
    private const int MaxText = 30_000;
    private const int MaxReason = 1_000;
    private readonly TableClient _table = storage.Table(StorageNames.DeadLetters);

    /// <inheritdoc/>
    public Task KeepAsync(IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letters);
        return TableBatches.WriteAsync(_table, TableTransactionActionType.UpsertReplace, letters.Select(RowOf), cancellationToken);
    }

    private static TableEntity RowOf(DeadLetter letter) => new(RecordKeys.Compact(ShanghaiTime.DayOf(letter.At)), TableKey.Encode(letter.Id))
    {
        ["source"] = letter.Source,
        ["channel"] = letter.Channel,
        ["batchId"] = letter.BatchId,
        ["line"] = letter.Line,
        ["reason"] = Cut(letter.Reason, MaxReason),
        ["text"] = Cut(letter.Text, MaxText),
        ["textLength"] = letter.Text?.Length ?? 0,
        ["at"] = letter.At.ToUniversalTime(),
    };

    private static string? Cut(string? text, int max)
    {
        if (text is null || text.Length <= max)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
    }
}
