namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>News that goes as one message.</summary>
/// <param name="Items">The news.</param>
/// <param name="Target">Whose client sends it, and whose links it carries unless the notice says otherwise.</param>
/// <param name="Notice">What it says.</param>
/// <param name="Urgent">True when it holds a red alert, so that it may use the part of the limits that is kept for red.</param>
public sealed record Bundle(IReadOnlyList<OutgoingNews> Items, NotifyTarget Target, Notice Notice, bool Urgent);
