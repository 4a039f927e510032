namespace SentimentWatch.Models.Heads;

/// <summary>What a head is, beside its weights.</summary>
/// <param name="Name">topic, sentiment, function or urgency.</param>
/// <param name="Labels">Labels, in the order of the weights.</param>
/// <param name="BucketBits">Two to this power is the number of buckets; 8 to 22.</param>
/// <param name="Temperature">Scores are multiplied by this before the softmax; above 0.</param>
/// <param name="GroupWeights">Weight of each feature group; 0 leaves a group out.</param>
/// <param name="Scales">What one step of a stored weight is worth, for each label.</param>
/// <param name="Biases">Constant part of each label's score.</param>
internal sealed record HeadSpec(
    string Name,
    string[] Labels,
    int BucketBits,
    float Temperature,
    float[] GroupWeights,
    float[] Scales,
    float[] Biases);
