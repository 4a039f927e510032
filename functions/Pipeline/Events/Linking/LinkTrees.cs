using System.Globalization;
using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Events;

/// <summary>A sum of small decision trees over a few numbers. Immutable, thread-safe.</summary>
/// <remarks>
/// A line of its text is a tree; its nodes stand in a row, each either <c>number&lt;=limit?yes:no</c> (the number of a feature and the places of
/// two nodes in the row) or a leaf's value.
/// </remarks>
public sealed class LinkTrees
{
    private const int Leaf = -1;

    // After so many trees whoever is so far below 0 stays below.
    private const int First = 20;
    private const float Hopeless = -1.3f;


    // By node: feature or Leaf, where to go on, and a limit or a value.
    private readonly Node[] _nodes;
    private readonly int[] _roots;

    private LinkTrees(List<Node> nodes, List<int> roots) => (_nodes, _roots) = ([.. nodes], [.. roots]);

    /// <summary>Reads trees; lines that are empty or begin with # are left out.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="features">How many numbers there are to ask of.</param>
    /// <exception cref="InvalidDataException">A line is no tree.</exception>
    public static LinkTrees Read(TextReader reader, int features)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (nodes, roots) = (new List<Node>(), new List<int>());
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            var root = nodes.Count;
            roots.Add(root);
            try
            {
                nodes.AddRange(text.Split(' ').Select(node => Parse(node, root)));
            }
            catch (FormatException e)
            {
                throw new InvalidDataException($"Line {line} of the link trees is no tree; fit them anew.", e);
            }

            for (var i = root; i < nodes.Count; i++)
            {
                var node = nodes[i];
                if (node.Feature >= features || (node.Feature != Leaf && (node.Yes <= i || node.No <= i || Math.Max(node.Yes, node.No) >= nodes.Count)))
                {
                    throw new InvalidDataException($"Line {line} of the link trees asks for what is not there; fit them anew.");
                }
            }
        }

        return new LinkTrees(nodes, roots);
    }

    /// <summary>The sum of what the trees say of the numbers; where the first trees leave no doubt that it is below 0, their sum.</summary>
    public float Sum(ReadOnlySpan<float> features)
    {
        var sum = 0f;
        for (var i = 0; i < _roots.Length; i++)
        {
            if ((i is First or (First * 2)) && sum < Hopeless)
            {
                return sum;
            }

            ref readonly var node = ref _nodes[_roots[i]];
            while (node.Feature != Leaf)
            {
                node = ref _nodes[features[node.Feature] <= node.Value ? node.Yes : node.No];
            }

            sum += node.Value;
        }

        return sum;
    }

    private static Node Parse(string node, int root)
    {
        var ask = node.IndexOf("<=", StringComparison.Ordinal);
        if (ask < 0)
        {
            return new Node(Leaf, 0, 0, float.Parse(node, CultureInfo.InvariantCulture));
        }

        var (then, or) = (node.IndexOf('?', StringComparison.Ordinal), node.LastIndexOf(':'));
        if (then < ask || or < then)
        {
            throw new FormatException("A question lacks its answers.");
        }

        return new Node(
            short.Parse(node.AsSpan(0, ask), NumberStyles.None, CultureInfo.InvariantCulture),
            root + int.Parse(node.AsSpan(then + 1, or - then - 1), NumberStyles.None, CultureInfo.InvariantCulture),
            root + int.Parse(node.AsSpan(or + 1), NumberStyles.None, CultureInfo.InvariantCulture),
            float.Parse(node.AsSpan(ask + 2, then - ask - 2), CultureInfo.InvariantCulture));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Node(short Feature, int Yes, int No, float Value);
}
