using Sylvan.Data.Csv;
using SentimentWatch.Models;

namespace SentimentWatch.Benchmarks.Judging;

/// <summary>One labelled text of a split.</summary>
/// <param name="Id">Id of the row.</param>
/// <param name="Input">What our model is given.</param>
/// <param name="Label">The right answer.</param>
internal sealed record Labelled(string Id, JudgeInput Input, string Label)
{
    /// <summary>What a peer is given: one string.</summary>
    public string Text => Input.Title is null ? Input.Body : Input.Body.Length == 0 ? Input.Title : $"{Input.Title} {Input.Body}";
}

/// <summary>A question put to every contestant.</summary>
/// <param name="Name">Name in files and on the command line.</param>
/// <param name="Answer">Which of our answers counts.</param>
internal sealed record JudgeTask(string Name, Func<Judgement, string> Answer)
{
    /// <summary>Topic of title and text, topic of the title alone, sentiment of a microblog.</summary>
    public static IReadOnlyList<JudgeTask> All { get; } =
    [
        new("topic", j => j.Topics[0].Label),
        new("title", j => j.Topics[0].Label),
        new("sentiment", j => j.Sentiment.Label),
    ];

    /// <summary>Reads one split of the task: train, valid or test.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public List<Labelled> Read(string data, string split)
    {
        var path = Path.Combine(data, Name == "sentiment" ? "sentiment" : "topic", split + ".csv");
        using var reader = CsvDataReader.Create(path, new CsvDataReaderOptions { BufferSize = 1 << 20 });
        var rows = new List<Labelled>();
        while (reader.Read())
        {
            string Field(string name) => reader.GetString(reader.GetOrdinal(name));
            var input = Name switch
            {
                "sentiment" => new JudgeInput(null, Field("text"), "weibo"),
                "title" => new JudgeInput(Field("title"), "", "minsheng"),
                _ => new JudgeInput(Field("title"), Field("detail"), "minsheng"),
            };
            rows.Add(new Labelled(Field("id"), input, Field("label")));
        }

        return rows;
    }

    /// <summary>Parts of the test split reported apart.</summary>
    public IEnumerable<(string Name, Func<Labelled, bool> Holds)> Slices(string data)
    {
        if (Name == "sentiment")
        {
            return [("usual-", r => r.Id.StartsWith("usual-", StringComparison.Ordinal)), ("virus-", r => r.Id.StartsWith("virus-", StringComparison.Ordinal))];
        }

        var apart = File.ReadLines(Path.Combine(data, "topic", "test_nonear_ids.csv")).Skip(1).Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        return [("all rows", _ => true), ("no near twin", r => apart.Contains(r.Id))];
    }
}
