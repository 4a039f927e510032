using SentimentWatch.Console.Data;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Pages;

/// <summary>The list of verdicts that wait for a person.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Day">The day that is shown; null for all.</param>
/// <param name="Choices">Labels to choose from.</param>
/// <param name="Result">Open rows, newest first.</param>
/// <param name="FirstPage">Address of the first page; null on it.</param>
/// <param name="NextPage">Address of the next page; null at the end.</param>
/// <param name="Done">Id of the record that was just decided.</param>
/// <param name="Error">Why the last decision was refused.</param>
/// <param name="Draft">What the refused form said, when it can be mended.</param>
public sealed record ReviewsModel(
    FrameModel Frame,
    DateOnly? Day,
    ReviewChoices Choices,
    Page<ReviewItem> Result,
    string? FirstPage,
    string? NextPage,
    string? Done = null,
    string? Error = null,
    ReviewDraft? Draft = null);

/// <summary>A form that was refused.</summary>
/// <param name="Key">Key of its row.</param>
/// <param name="Labels">What was chosen.</param>
/// <param name="Note">What the note said.</param>
public sealed record ReviewDraft(string Key, ReviewLabels Labels, string Note);
