namespace SentimentWatch.Pipeline.Events;

/// <summary>How much two sketches share. Depends on the two alone, and on their order not at all.</summary>
public struct Likeness
{
    // One of the two must speak of so much of what the other is mainly about; without this, the same complaint about two places is one.
    private const float ApartBelow = 0.4f;

    private const float Norm = byte.MaxValue * byte.MaxValue;

    /// <summary>Cosine over the shared anchors that stand where a name stands, in one of the two at least.</summary>
    public float Names { get; private set; }

    /// <summary>Cosine over the other shared anchors.</summary>
    public float Phrases { get; private set; }

    /// <summary>Cosine over the shared issues that are words.</summary>
    public float Words { get; private set; }

    /// <summary>Cosine over the shared kinds of trouble.</summary>
    public float Kinds { get; private set; }

    /// <summary>Number of shared names.</summary>
    public int SharedNames { get; private set; }

    /// <summary>Number of other shared anchors.</summary>
    public int SharedPhrases { get; private set; }

    /// <summary>Number of shared words.</summary>
    public int SharedWords { get; private set; }

    /// <summary>Number of shared kinds of trouble.</summary>
    public int SharedKinds { get; private set; }

    /// <summary>How much of what one of them is mainly about the other speaks of too, by weight; of the two shares the larger. 0 to 1.</summary>
    public float Principal { get; private set; }

    /// <summary>The smaller of the two shares; 1 when one of them does not say what it is mainly about.</summary>
    public float LeastPrincipal { get; private set; }

    /// <summary>Number of shared anchors that both are mainly about.</summary>
    public int SharedPrincipals { get; private set; }

    /// <summary>True when one of them at least says what it is mainly about.</summary>
    public bool HasPrincipal { get; private set; }

    /// <summary>True when the two are mainly about different things; what is wrong is then not compared.</summary>
    public readonly bool IsApart => HasPrincipal && Principal < ApartBelow;

    /// <summary>True when both tell of known kinds of trouble.</summary>
    public bool HasKinds { get; private set; }

    /// <summary>Compares two sketches given as rows of terms and weights.</summary>
    public static Likeness Of(SketchRow a, SketchRow b)
    {
        var result = default(Likeness);
        result.CompareAnchors(a, b);
        result.CompareIssues(a, b);

        return result;
    }

    private static int PrincipalWeight(SketchRow row)
    {
        var sum = 0;
        foreach (var weight in row.Weights[..row.Anchors])
        {
            sum += (weight & Sketch.Principal) != 0 ? weight : 0;
        }

        return sum;
    }

    private static bool HasKind(ReadOnlySpan<uint> issues)
    {
        foreach (var issue in issues)
        {
            if (SketchTables.IsKind(issue))
            {
                return true;
            }
        }

        return false;
    }

    private void CompareAnchors(SketchRow a, SketchRow b)
    {
        var (i, j) = (0, 0);
        var (ofA, ofB) = (0, 0);
        while (i < a.Anchors && j < b.Anchors)
        {
            if (a.Terms[i] == b.Terms[j])
            {
                var (one, other) = (a.Weights[i++], b.Weights[j++]);
                var product = (one & ~Sketch.Flags) * (other & ~Sketch.Flags) / Norm;
                // A name on one side only is one all the same: the other may leave out the word that ends it.
                if (((one | other) & Sketch.Named) != 0)
                {
                    (Names, SharedNames) = (Names + product, SharedNames + 1);
                }
                else
                {
                    (Phrases, SharedPhrases) = (Phrases + product, SharedPhrases + 1);
                }

                ofA += (one & Sketch.Principal) != 0 ? one : 0;
                ofB += (other & Sketch.Principal) != 0 ? other : 0;
                SharedPrincipals += (one & other & Sketch.Principal) != 0 ? 1 : 0;
            }
            else if (a.Terms[i] < b.Terms[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        var (allA, allB) = (PrincipalWeight(a), PrincipalWeight(b));
        HasPrincipal = allA + allB > 0;
        LeastPrincipal = Math.Min(allA == 0 ? 1 : ofA / (float)allA, allB == 0 ? 1 : ofB / (float)allB);
        Principal = Math.Max(ofA / (float)Math.Max(1, allA), ofB / (float)Math.Max(1, allB));
    }

    private void CompareIssues(SketchRow a, SketchRow b)
    {
        var (i, j) = (a.Anchors, b.Anchors);
        while (i < a.Terms.Length && j < b.Terms.Length)
        {
            if (a.Terms[i] == b.Terms[j])
            {
                var product = (a.Weights[i] & ~Sketch.Flags) * (b.Weights[j] & ~Sketch.Flags) / Norm;
                if (SketchTables.IsKind(a.Terms[i]))
                {
                    (Kinds, SharedKinds) = (Kinds + product, SharedKinds + 1);
                }
                else
                {
                    (Words, SharedWords) = (Words + product, SharedWords + 1);
                }

                i++;
                j++;
            }
            else if (a.Terms[i] < b.Terms[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        HasKinds = SharedKinds > 0 || (HasKind(a.Terms[a.Anchors..]) && HasKind(b.Terms[b.Anchors..]));
    }
}
