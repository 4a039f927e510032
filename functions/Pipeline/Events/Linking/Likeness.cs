namespace SentimentWatch.Pipeline.Events;

/// <summary>How much two sketches share. Depends on the two alone, and on their order not at all.</summary>
public struct Likeness
{
    // Below this share of what the one is mainly about the other speaks of something else.
    private const float ApartBelow = 0.4f;
    private const float TemplateFrom = 0.3f;
    private const float TurnOfPhrase = 0.2f;

    private const float Full = byte.MaxValue;
    private const float Norm = Full * Full;

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

    /// <summary>Number of shared anchors that both are mainly about.</summary>
    public int SharedPrincipals { get; private set; }

    /// <summary>Number of shared kinds of trouble.</summary>
    public int SharedKinds { get; private set; }

    /// <summary>How much of what one of them is mainly about the other speaks of too, by weight; of the two shares the larger. 0 to 1.</summary>
    public float Principal { get; private set; }

    /// <summary>The smaller of the two shares; 1 when one of them does not say what it is mainly about.</summary>
    public float LeastPrincipal { get; private set; }

    /// <summary>Of the weights that shared anchors have in the two, the largest that both reach. 0 to 1.</summary>
    public float Anchor { get; private set; }

    /// <summary>Of the weights that shared anchors have, the largest. 0 to 1.</summary>
    public float LargestAnchor { get; private set; }

    /// <summary>How much of the anchors of the one that shares less is shared, squared weights. 0 to 1.</summary>
    public float Covered { get; private set; }

    /// <summary>True when both tell of known kinds of trouble.</summary>
    public bool HasKinds { get; private set; }

    /// <summary>True when one of them at least says what it is mainly about.</summary>
    public bool HasPrincipal { get; private set; }

    /// <summary>True when both do.</summary>
    public bool HasBothPrincipals { get; private set; }

    /// <summary>True when the two share an anchor.</summary>
    public readonly bool HasAnchor => SharedNames + SharedPhrases > 0;

    /// <summary>All cosines together: how near the two are to each other, whether or not they are one matter.</summary>
    public readonly float Nearness => Names + Phrases + Words + Kinds;

    /// <summary>
    /// True when the two are about different things: they say much the same of them (a set phrase, the same complaint about two places), or share
    /// no more than a turn of phrase.
    /// </summary>
    public readonly bool IsApart => HasPrincipal && Principal < ApartBelow
        && (Words + Phrases + Names > TemplateFrom || (HasBothPrincipals && Principal <= 0 && Names + Phrases < TurnOfPhrase));

    /// <summary>Compares two sketches given as rows of terms and weights.</summary>
    public static Likeness Of(SketchRow a, SketchRow b)
    {
        var result = default(Likeness);
        result.CompareAnchors(a, b);
        if (result.HasAnchor)
        {
            result.CompareIssues(a, b);
        }

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
        var (ofA, ofB, squareA, squareB) = (0, 0, 0, 0);
        while (i < a.Anchors && j < b.Anchors)
        {
            if (a.Terms[i] == b.Terms[j])
            {
                var (one, other) = (a.Weights[i++], b.Weights[j++]);
                Share(one, other);
                ofA += (one & Sketch.Principal) != 0 ? one : 0;
                ofB += (other & Sketch.Principal) != 0 ? other : 0;
                (squareA, squareB) = (squareA + (one * one), squareB + (other * other));
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

        if (HasAnchor)
        {
            var (allA, allB) = (PrincipalWeight(a), PrincipalWeight(b));
            (HasPrincipal, HasBothPrincipals) = (allA + allB > 0, allA > 0 && allB > 0);
            LeastPrincipal = Math.Min(allA == 0 ? 1 : ofA / (float)allA, allB == 0 ? 1 : ofB / (float)allB);
            Principal = Math.Max(ofA / (float)Math.Max(1, allA), ofB / (float)Math.Max(1, allB));
            Covered = Math.Min(squareA, squareB) / Norm;
        }
    }

    private void Share(byte one, byte other)
    {
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

        SharedPrincipals += (one & other & Sketch.Principal) != 0 ? 1 : 0;
        Anchor = Math.Max(Anchor, Math.Min(one, other) / Full);
        LargestAnchor = Math.Max(LargestAnchor, Math.Max(one, other) / Full);
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
                    Words += product;
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
