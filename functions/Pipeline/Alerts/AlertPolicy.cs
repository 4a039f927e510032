namespace SentimentWatch.Pipeline.Alerts;

/// <summary>
/// What the district's rules said when an alert opened; its 发现 entry keeps it, so that later edits of <c>rules.json</c> do not change running alerts.
/// </summary>
/// <param name="Version">Twelve hex digits that change with what follows.</param>
/// <param name="Levels">By level.</param>
/// <param name="Offices">Unit codes that an overdue alert reaches in the end (区政府办公室, 区委网信办).</param>
/// <param name="RepeatMinutes">Between reminders after the offices were told. Minutes, 1 or more.</param>
/// <param name="DispatchOffice">Unit code of the office that hands returned alerts to another unit.</param>
public sealed record AlertPolicy(
    string Version, IReadOnlyDictionary<string, LevelPolicy> Levels, IReadOnlyList<string> Offices, int RepeatMinutes, string DispatchOffice);

/// <summary>What a level asks for.</summary>
/// <param name="AckMinutes">Minutes to acknowledge.</param>
/// <param name="Clocks">Clocks that start with the level.</param>
public sealed record LevelPolicy(int AckMinutes, IReadOnlyList<LevelClock> Clocks);

/// <summary>A clock of a level, counted in plain time from the opening or from the raise to that level.</summary>
/// <param name="Clock">clock.step of <c>clocks.json</c>.</param>
/// <param name="Minutes">Its length.</param>
/// <param name="StopsAt">One of <see cref="AlertStop"/>.</param>
public sealed record LevelClock(string Clock, int Minutes, string StopsAt);
