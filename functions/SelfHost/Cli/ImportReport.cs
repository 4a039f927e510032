using System.Globalization;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.SelfHost.Cli;

/// <summary>What an import has come to.</summary>
/// <param name="counter">Counts storage transactions; those before the import, which made the tables, are left out.</param>
internal sealed class ImportReport(TransactionCounter counter)
{
    private const int MostShown = 20;
    private readonly List<(string File, IntakeReceipt Receipt)> _receipts = [];
    private readonly List<BatchStatus> _done = [];
    private readonly Dictionary<string, long> _before = counter.ByKind.ToDictionary();
    private readonly HashSet<string> _pending = new(StringComparer.Ordinal);

    /// <summary>Batches that are not done.</summary>
    public IReadOnlyCollection<string> Pending => _pending;

    /// <summary>True when a part was given up.</summary>
    public bool HasFailed => _done.Any(status => status.State == "failed");

    /// <summary>Adds a file that was read.</summary>
    public void Add(string file, IntakeReceipt receipt)
    {
        _receipts.Add((file, receipt));
        _pending.Add(receipt.BatchId);
    }

    /// <summary>Notes that a batch is done.</summary>
    public void Done(string batchId, BatchStatus status)
    {
        _pending.Remove(batchId);
        _done.Add(status);
    }

    /// <summary>Writes the figures.</summary>
    public void Write(TextWriter output, TimeSpan elapsed, bool verbose)
    {
        var accepted = _receipts.Sum(r => r.Receipt.Accepted);
        var rejected = _receipts.Sum(r => r.Receipt.Rejected.Count);
        var seconds = Math.Max(0.001, elapsed.TotalSeconds);
        var kinds = counter.ByKind.Select(kind => (kind.Key, Count: kind.Value - _before.GetValueOrDefault(kind.Key))).Where(kind => kind.Count > 0).ToList();
        var transactions = kinds.Sum(kind => kind.Count);
        Line(output, $"in {accepted + rejected}, accepted {accepted}, rejected {rejected}");
        Line(output, $"stored {_done.Sum(d => d.Stored)}, updated {_done.Sum(d => d.Updated)}, unchanged {_done.Sum(d => d.Unchanged)}, alerts {_done.Sum(d => d.Alerts)}");
        Line(output, $"{seconds:0.0} s, {accepted / seconds:0} records/s");
        Line(output, $"storage transactions {transactions}, {(accepted == 0 ? 0 : transactions * 1000.0 / accepted):0.0} per 1,000 records");
        if (rejected > 0)
        {
            WriteRejected(output, verbose ? int.MaxValue : MostShown);
        }

        if (verbose)
        {
            foreach (var (kind, count) in kinds.OrderByDescending(k => k.Count).ThenBy(k => k.Key, StringComparer.Ordinal))
            {
                Line(output, $"  {count,6} {kind}");
            }
        }
    }

    private void WriteRejected(TextWriter output, int most)
    {
        var all = _receipts.SelectMany(r => r.Receipt.Rejected.Select(line => $"  {Path.GetFileName(r.File)} line {line.Line}: {line.Reason}")).ToList();
        foreach (var line in all.Take(most))
        {
            output.WriteLine(line);
        }

        if (all.Count > most)
        {
            Line(output, $"  … and {all.Count - most} more; --verbose shows all");
        }
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
