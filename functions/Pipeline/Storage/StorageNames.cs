namespace SentimentWatch.Pipeline.Storage;

/// <summary>Names of every table, queue and blob container; part of the outward contract.</summary>
public static class StorageNames
{
    public const string Records = "records";
    public const string Alerts = "alerts";
    public const string AlertLog = "alertlog";
    public const string OpenClocks = "openclocks";
    public const string Events = "events";
    public const string Daily = "daily";
    public const string Review = "review";
    public const string DeadLetters = "deadletters";
    public const string Checkpoints = "checkpoints";

    /// <summary>One row a decision to send or not to send a notification.</summary>
    public const string NotifyLog = "notifylog";

    /// <summary>What is known of each receiver of notifications, and the news that waits for it.</summary>
    public const string NotifyOutbox = "notifyoutbox";

    /// <summary>News that is not to be sent for a while.</summary>
    public const string Silences = "silences";

    /// <summary>One row a part: what its new and changed records are about, hashed.</summary>
    public const string Sketches = "sketches";

    /// <summary>What persons have set right about events.</summary>
    public const string EventLog = "eventlog";

    /// <summary>One row a day: how many records speak of which topic in which area, and which of them are far above other times.</summary>
    public const string Topics = "topics";

    public const string RecordsQueue = "records";
    public const string UrgentQueue = "records-urgent";
    public const string NotifyQueue = "notify";
    public const string PoisonSuffix = "-poison";

    public const string Batches = "batches";
    public const string Inbox = "inbox";
    public const string InboxDone = "inbox-done";
    public const string InboxFailed = "inbox-failed";
    public const string Digests = "digests";
    public const string Exports = "exports";

    public static IReadOnlyList<string> Tables { get; } =
        [Records, Alerts, AlertLog, OpenClocks, Events, Daily, Review, DeadLetters, Checkpoints, NotifyLog, NotifyOutbox, Silences, Sketches, EventLog, Topics];

    public static IReadOnlyList<string> Queues { get; } =
    [
        RecordsQueue, UrgentQueue, NotifyQueue,
        RecordsQueue + PoisonSuffix, UrgentQueue + PoisonSuffix, NotifyQueue + PoisonSuffix,
    ];

    public static IReadOnlyList<string> Containers { get; } = [Batches, Inbox, InboxDone, InboxFailed, Digests, Exports];
}
