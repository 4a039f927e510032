using SentimentWatch.Models;
using SentimentWatch.Models.Features;
using SentimentWatch.Models.Text;
using SentimentWatch.Training.Corpus;

namespace SentimentWatch.Training.Heads;

/// <summary>One text as sorted buckets and normalised values.</summary>
internal sealed record SparseRow(int[] Buckets, float[] Values, int Label, float Weight);

/// <summary>Turns texts into sparse rows with the featurizer that scoring uses.</summary>
internal static class SparseSet
{
    /// <summary>Rows of whole records.</summary>
    public static SparseRow[] OfRecords(IReadOnlyList<Sample> samples, HeadRecipe recipe)
    {
        var text = new FoldedText();
        var bag = new FeatureBag();
        var rows = new SparseRow[samples.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var input = samples[i].Input;
            text.Set(input.Title, input.Body);
            Featurizer.Record(text, input.Channel, bag);
            rows[i] = Row(bag, recipe, samples[i].Label, samples[i].Weight);
        }
        return rows;
    }

    /// <summary>The row of what a bag holds: colliding features add up, as they do in scoring.</summary>
    public static SparseRow Row(FeatureBag bag, HeadRecipe recipe, int label, float weight)
    {
        var shift = 32 - recipe.BucketBits;
        var norm = bag.InverseNorm(recipe.GroupWeights);
        var pairs = new List<(int Bucket, float Value)>(2048);
        for (var g = 0; g < FeatureBag.Groups; g++)
        {
            var groupWeight = recipe.GroupWeights[g] * norm;
            if (groupWeight == 0)
            {
                continue;
            }
            var keys = bag.Keys((FeatureGroup)g);
            var values = bag.Values((FeatureGroup)g);
            for (var i = 0; i < keys.Length; i++)
            {
                pairs.Add(((int)(keys[i] >> shift), values[i] * groupWeight));
            }
        }
        pairs.Sort((a, b) => a.Bucket.CompareTo(b.Bucket));
        var count = 0;
        var buckets = new int[pairs.Count];
        var sums = new float[pairs.Count];
        foreach (var (bucket, value) in pairs)
        {
            if (count > 0 && buckets[count - 1] == bucket)
            {
                sums[count - 1] += value;
            }
            else
            {
                buckets[count] = bucket;
                sums[count++] = value;
            }
        }
        return new SparseRow(buckets[..count], sums[..count], label, weight);
    }
}
