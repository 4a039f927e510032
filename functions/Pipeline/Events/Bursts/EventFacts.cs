using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Events;

/// <summary>What counts of one record of an event.</summary>
/// <param name="At">When the channel received it, UTC.</param>
/// <param name="Voice">Who spoke.</param>
/// <param name="Channel">Index of the channel in <c>Channels.All</c>, or its count when it is unknown.</param>
/// <param name="Urgency">0 routine, 1 urgent, 2 emergency.</param>
/// <param name="Negative">Probability that it is negative, in 255ths.</param>
/// <param name="Lead">Number of the lead unit.</param>
/// <param name="Topic">Number of its topic in the tally.</param>
/// <param name="Area">Number of its area in the tally.</param>
/// <param name="Stance">See <see cref="EventRecord.Stance"/>.</param>
/// <param name="Reach">Likes, comments and shares.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventFacts(DateTime At, ulong Voice, byte Channel, byte Urgency, byte Negative, ushort Lead, ushort Topic, ushort Area, Stance Stance, int Reach);
