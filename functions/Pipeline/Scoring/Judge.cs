using SentimentWatch.Models;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Scoring;

/// <summary>Judges records with the model, and lets the source's own urgency lift the result. Thread-safe.</summary>
public sealed class Judge(CurrentModel models)
{
    /// <summary>Judges records in their order, all of them with one model.</summary>
    /// <exception cref="OperationCanceledException">Cancellation was asked for between two records.</exception>
    public JudgedBatch JudgeBatch(IReadOnlyList<CitizenRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var inputs = new JudgeInput[records.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = InputOf(records[i]);
        }

        var model = models.Take();
        var judgements = model.JudgeBatch(inputs, cancellationToken);
        for (var i = 0; i < judgements.Length; i++)
        {
            if (SourceUrgencies.IsHighest(records[i].SourceUrgency))
            {
                judgements[i] = judgements[i] with { Urgency = SourceUrgencies.Lift(judgements[i].Urgency) };
            }
        }

        return new JudgedBatch(model.Version, judgements);
    }

    /// <summary>The words that spoke most for each part of a record's verdict, by the model now in use.</summary>
    public JudgementExplanation Explain(CitizenRecord record) => models.Take().Explain(InputOf(record));

    /// <summary>The input of the model: text and channel, nothing that says who spoke.</summary>
    internal static JudgeInput InputOf(RecordFields record) => new(record.Title, record.Body, record.Channel);
}

/// <summary>What one model said of some records.</summary>
/// <param name="Model">Its version, stored with every verdict.</param>
/// <param name="Judgements">One for each record, in their order.</param>
public sealed record JudgedBatch(string Model, IReadOnlyList<Judgement> Judgements);
