using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Models;
using SentimentWatch.Pipeline.Scoring;
using SentimentWatch.Pipeline.Tests.Routing;
using SentimentWatch.Tests;

namespace SentimentWatch.Pipeline.Tests.Scoring;

/// <summary>A new model file is taken without a restart, and a damaged one changes nothing.</summary>
public sealed class HotSwapTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sentimentwatch-model-");
    private readonly FakeTimeProvider _time = new();
    private readonly LogLines _log = new();

    [Fact]
    public void A_new_file_is_taken_at_the_next_look()
    {
        var models = Loaded();
        Change(ModelCopies.OtherVersion);
        Assert.Equal(ModelCopies.ShippedVersion, models.Take().Version);

        _time.Advance(CurrentModel.LookEvery);
        Assert.Equal(ModelCopies.OtherVersion, models.Take().Version);
        Assert.Equal(LogLevel.Information, Assert.Single(_log.Lines).Level);
    }

    [Fact]
    public void A_file_that_stays_is_loaded_once()
    {
        var models = Loaded();
        var first = models.Take();
        _time.Advance(CurrentModel.LookEvery);
        Assert.Same(first, models.Take());
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void A_damaged_file_is_told_of_once_and_the_old_model_goes_on_until_a_whole_one_comes()
    {
        var models = Loaded();
        var file = Path.Combine(_folder.FullName, Directory.GetFiles(_folder.FullName).Select(f => Path.GetFileName(f)).Single());
        var whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, whole[..(whole.Length / 2)]);
        for (var look = 0; look < 4; look++)
        {
            _time.Advance(CurrentModel.LookEvery);
            Assert.Equal(ModelCopies.ShippedVersion, models.Take().Version);
        }

        var (level, line) = Assert.Single(_log.Lines);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains(_folder.FullName, line, StringComparison.Ordinal);
        Assert.Contains("goes on judging", line, StringComparison.Ordinal);

        Change(ModelCopies.OtherVersion);
        _time.Advance(CurrentModel.LookEvery);
        Assert.Equal(ModelCopies.OtherVersion, models.Take().Version);
    }

    [Fact]
    public void A_file_that_is_taken_away_leaves_the_loaded_model()
    {
        var models = Loaded();
        _folder.Delete(recursive: true);
        _time.Advance(CurrentModel.LookEvery);
        Assert.Equal(ModelCopies.ShippedVersion, models.Take().Version);
        Assert.Equal(LogLevel.Warning, Assert.Single(_log.Lines).Level);
        _folder.Create();
    }

    [Fact]
    public void A_folder_without_a_model_is_an_error_at_the_start() => Assert.Throws<ModelFileException>(Current);

    [Fact]
    public async Task A_batch_is_judged_by_one_model_while_files_change()
    {
        var models = Loaded();
        var (judge, router) = (new Judge(models), Licheng.Router);
        var records = Enumerable.Range(0, 40).Select(n => Licheng.Record($"第{n}号路灯不亮")).ToList();
        var judging = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var round = 0; round < 60; round++)
            {
                _time.Advance(CurrentModel.LookEvery);
                var batch = judge.JudgeBatch(records, CancellationToken.None);
                seen.Add(batch.Model);
                Assert.All(batch.Judgements, one => Assert.Equal(batch.Model, router.Route(records[0], one, batch.Model).Model));
            }

            return seen;
        })).ToList();
        for (var change = 0; change < 6; change++)
        {
            Change(change % 2 == 0 ? ModelCopies.OtherVersion : ModelCopies.ShippedVersion);
            await Task.Yield();
        }

        var versions = await Task.WhenAll(judging);
        Assert.All(versions.SelectMany(seen => seen), version => Assert.Contains(version, new[] { ModelCopies.ShippedVersion, ModelCopies.OtherVersion }));
        Assert.DoesNotContain(_log.Lines, line => line.Level >= LogLevel.Warning);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private CurrentModel Current() => new(_folder.FullName, new JudgeThresholds(), _time, _log);

    private CurrentModel Loaded()
    {
        ModelCopies.Put(_folder.FullName);
        return Current();
    }

    // A time of its own, for two changes may come within one tick of the file system's clock.
    private void Change(string version) => File.SetLastWriteTimeUtc(ModelCopies.Put(_folder.FullName, version), _time.GetUtcNow().UtcDateTime.AddSeconds(_log.Lines.Count + 1));

    private sealed class LogLines : ILogger<CurrentModel>
    {
        public List<(LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception)));
    }
}
