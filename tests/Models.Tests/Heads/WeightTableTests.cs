using CsCheck;
using SentimentWatch.Models.Heads;

namespace SentimentWatch.Models.Tests.Heads;

public sealed class WeightTableTests
{
    [Fact]
    public void The_sum_of_rows_is_the_sum_of_their_weights() => Gen.Int[0, 99].Array[0, 600].Sample(features =>
    {
        var sums = new float[WeightTable.Columns];
        Table.Sum(features, sums);
        for (var c = 0; c < WeightTable.Columns; c++)
        {
            Assert.Equal(features.Sum(f => (double)Table.Weight(f, c)), sums[c], 1e-2);
        }
    });

    private static readonly WeightTable Table = Make();

    private static WeightTable Make()
    {
        var random = new Random(3);
        var table = new WeightTable(100);
        for (var f = 0; f < table.Features; f++)
        {
            for (var c = 0; c < WeightTable.Columns; c++)
            {
                table.Steps(f)[c] = (sbyte)random.Next(-127, 128);
            }
            table.Scales(f)[0] = MathF.ScaleB(1, random.Next(-5, 2));
            table.Scales(f)[1] = MathF.ScaleB(1, random.Next(-5, 2));
        }
        return table;
    }
}
