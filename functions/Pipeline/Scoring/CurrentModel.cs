using System.Globalization;
using Microsoft.Extensions.Logging;
using SentimentWatch.Models;

namespace SentimentWatch.Pipeline.Scoring;

/// <summary>
/// The model that judges now. When its file changes, the new one is loaded beside it and takes its place; a file that cannot be loaded
/// changes nothing. Whoever judges takes a model once and judges a whole batch with it. Thread-safe.
/// </summary>
public sealed class CurrentModel
{
    /// <summary>The folder is looked at no oftener than this.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    private readonly Lock _looking = new();
    private readonly string _folder;
    private readonly JudgeThresholds _thresholds;
    private readonly TimeProvider _time;
    private readonly ILogger<CurrentModel> _logger;
    private volatile JudgeModel _model;
    private string _seen;
    private long _lookedAt;

    /// <summary>Loads the model of a folder.</summary>
    /// <exception cref="ModelFileException">There is none that can be loaded.</exception>
    public CurrentModel(string folder, JudgeThresholds thresholds, TimeProvider time, ILogger<CurrentModel> logger)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_folder, _thresholds, _time, _logger) = (folder, thresholds, time, logger);
        // Before loading: a file that changes in between is seen as changed at the next look.
        _seen = StampOf(folder);
        _model = JudgeModel.Load(folder, thresholds);
        _lookedAt = time.GetTimestamp();
    }

    /// <summary>The newest model that could be loaded. Whoever finds a new file loads it, the others go on with the old one meanwhile.</summary>
    public JudgeModel Take()
    {
        if (IsTimeToLook() && _looking.TryEnter())
        {
            try
            {
                if (IsTimeToLook())
                {
                    Look();
                    Volatile.Write(ref _lookedAt, _time.GetTimestamp());
                }
            }
            finally
            {
                _looking.Exit();
            }
        }

        return _model;
    }

    /// <summary>Names, lengths and times of the model files: equal as long as none was changed.</summary>
    private static string StampOf(string folder)
    {
        try
        {
            return string.Join('|', new DirectoryInfo(folder).EnumerateFiles("*.swm").OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.GetType().Name;
        }
    }

    private bool IsTimeToLook() => _time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= LookEvery;

    private void Look()
    {
        var stamp = StampOf(_folder);
        if (stamp == _seen)
        {
            return;
        }

        // Noted whether it loads or not: a faulty file is told of once and tried again when it changes.
        _seen = stamp;
        var old = _model.Version;
        try
        {
            _model = JudgeModel.Load(_folder, _thresholds);
            ScoringLog.ModelChanged(_logger, old, _model.Version, _folder);
        }
        catch (Exception e) when (e is ModelFileException or IOException or UnauthorizedAccessException)
        {
            ScoringLog.ModelRefused(_logger, _folder, e.Message.TrimEnd('.'), old);
        }
    }
}
