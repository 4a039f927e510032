using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>The work of 08:00 Asia/Shanghai: counts, makes yesterday's digest (on Mondays the week's too), stores it and sends its card once.</summary>
public sealed class DigestJob(
    DailyRollup rollup, DigestMaker maker, DigestRenderer renderer, IDigestStore store, IDigestSender sender, TimeProvider clock, ILogger<DigestJob> log)
{
    private static readonly DigestFormat[] Stored = [DigestFormat.Json, DigestFormat.Html, DigestFormat.Markdown, DigestFormat.Card];

    /// <summary>Runs the job; again on the same day it renews what is stored, and sends nothing twice.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await rollup.RunAsync(cancellationToken);
        var yesterday = ShanghaiTime.DayOf(clock.GetUtcNow()).AddDays(-1);
        await MakeAsync(new DigestKey(DigestPeriod.Day, yesterday), cancellationToken);
        if (yesterday.DayOfWeek == DayOfWeek.Sunday)
        {
            await MakeAsync(new DigestKey(DigestPeriod.Week, yesterday), cancellationToken);
        }
    }

    private async Task MakeAsync(DigestKey key, CancellationToken cancellationToken)
    {
        var digest = await maker.MakeAsync(key.Day, key.Period, cancellationToken);
        byte[] card = [];
        foreach (var format in Stored)
        {
            card = await renderer.RenderAsync(digest, format);
            await store.SaveAsync(key, format, card, cancellationToken);
        }

        log.DigestStored(key.PeriodCode, DayText.Iso(key.Day));
        if (!sender.CanSend)
        {
            log.DigestNotSent(key.PeriodCode, DayText.Iso(key.Day), "neither the reading office nor default has a Teams webhook");
        }
        else if (!await store.SendOnceAsync(key, token => sender.SendAsync(card, token), cancellationToken))
        {
            log.DigestNotSent(key.PeriodCode, DayText.Iso(key.Day), "it was sent before");
        }
    }
}

/// <summary>Sends a digest's card to those who read it.</summary>
public interface IDigestSender
{
    /// <summary>True when there is somebody to send to.</summary>
    bool CanSend { get; }

    /// <summary>Sends one Teams message.</summary>
    /// <exception cref="InvalidOperationException">The receiver did not take it; the message says why and holds no address.</exception>
    Task SendAsync(ReadOnlyMemory<byte> card, CancellationToken cancellationToken);
}
