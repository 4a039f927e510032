using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>Trees are read as written, and refused when they ask for what is not there.</summary>
public sealed class LinkTreesTests
{
    [Theory]
    [InlineData(0.4f, 3f, 1.5f)]
    [InlineData(0.6f, 3f, -1.5f)]
    [InlineData(0.6f, 9f, 2.5f)]
    public void Their_values_are_summed(float first, float second, float sum)
    {
        var trees = LinkTrees.Read(new StringReader("# two trees\n0.5\n0<=0.5?1:2 1.0 1<=5?3:4 -2.0 2.0\n"), 2);

        Assert.Equal(sum, trees.Sum([first, second]));
    }

    [Theory]
    [InlineData("0<=x?1:2 1 2")]
    [InlineData("0<=1?1 1")]
    [InlineData("7<=1?1:2 1 2")]
    [InlineData("0<=1?1:9 1 2")]
    [InlineData("0<=1?0:1 1")]
    public void A_line_that_is_no_tree_is_refused_by_its_number(string line)
    {
        var fault = Assert.Throws<InvalidDataException>(() => LinkTrees.Read(new StringReader("1.0\n" + line), 2));

        Assert.Contains("Line 2", fault.Message, StringComparison.Ordinal);
    }
}
