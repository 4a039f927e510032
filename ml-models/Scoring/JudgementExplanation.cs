namespace SentimentWatch.Models;

/// <summary>A word that spoke for a verdict.</summary>
/// <param name="Text">The word as it stands in the text.</param>
/// <param name="InTitle">Whether it stands in the title; else in the body.</param>
/// <param name="Start">Its first UTF-16 unit there, from 0.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Weight">What it added to the score of the label; above 0.</param>
public sealed record ExplainedWord(string Text, bool InTitle, int Start, int Length, float Weight);

/// <summary>The words that spoke most for each part of a verdict, strongest first.</summary>
/// <param name="Topic">For the best topic.</param>
/// <param name="Sentiment">For the sentiment.</param>
/// <param name="Function">For the best function.</param>
/// <param name="Urgency">The cue words of the window that decided on urgency; empty when routine.</param>
public sealed record JudgementExplanation(
    IReadOnlyList<ExplainedWord> Topic, IReadOnlyList<ExplainedWord> Sentiment, IReadOnlyList<ExplainedWord> Function, IReadOnlyList<string> Urgency);
