using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SentimentWatch.Models.Memory;

namespace SentimentWatch.Models.Heads;

/// <summary>
/// One row of 64 bytes a feature, so that a feature costs one cache line: the weights of all labels of all heads beside each
/// other as signed bytes, then what one step of them is worth, apart for the columns of mail and of mood. Immutable once made,
/// so any number of threads may use it.
/// </summary>
internal sealed class WeightTable
{
    /// <summary>Bytes of a row.</summary>
    public const int RowBytes = 64;

    /// <summary>Columns that share the first scale of a row: topic, function, urgency.</summary>
    public const int MailColumns = 48;

    /// <summary>All columns; the last 8 share the second scale: sentiment.</summary>
    public const int Columns = MailColumns + 8;

    private const int Ahead = 8;
    private readonly HugeArray<byte> _rows;

    /// <summary>A table of zeros.</summary>
    public WeightTable(int features)
    {
        Features = features;
        _rows = new HugeArray<byte>(features * RowBytes);
    }

    /// <summary>Number of features.</summary>
    public int Features { get; }

    /// <summary>The steps of one feature's weights, column by column; written only while a model is read or made.</summary>
    public Span<sbyte> Steps(int feature) => MemoryMarshal.Cast<byte, sbyte>(Row(feature)[..Columns]);

    /// <summary>What one step is worth: for mail columns and for mood columns; written only while a model is read or made.</summary>
    public Span<float> Scales(int feature) => MemoryMarshal.Cast<byte, float>(Row(feature)[Columns..]);

    /// <summary>One weight.</summary>
    public float Weight(int feature, int column) => Steps(feature)[column] * Scales(feature)[column < MailColumns ? 0 : 1];

    /// <summary>Writes the sum of the weights of some features, column by column.</summary>
    public void Sum(ReadOnlySpan<int> features, Span<float> sums)
    {
        ref var rows = ref _rows.First;
        var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (e, f, mood) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (var i = 0; i < features.Length; i++)
        {
            ref var row = ref Unsafe.Add(ref rows, (nint)features[i] * RowBytes);
            Prefetch(ref rows, features, i + Ahead);
            ref var scales = ref Unsafe.As<byte, float>(ref Unsafe.Add(ref row, Columns));
            var mailScale = Vector256.Create(scales);
            var left = Vector256.LoadUnsafe(ref row).AsSByte();
            var right = Vector256.LoadUnsafe(ref row, 32).AsSByte();
            var steps = Vector256.WidenLower(left);
            a += Vector256.ConvertToSingle(Vector256.WidenLower(steps)) * mailScale;
            b += Vector256.ConvertToSingle(Vector256.WidenUpper(steps)) * mailScale;
            steps = Vector256.WidenUpper(left);
            c += Vector256.ConvertToSingle(Vector256.WidenLower(steps)) * mailScale;
            d += Vector256.ConvertToSingle(Vector256.WidenUpper(steps)) * mailScale;
            steps = Vector256.WidenLower(right);
            e += Vector256.ConvertToSingle(Vector256.WidenLower(steps)) * mailScale;
            f += Vector256.ConvertToSingle(Vector256.WidenUpper(steps)) * mailScale;
            steps = Vector256.WidenUpper(right);
            mood += Vector256.ConvertToSingle(Vector256.WidenLower(steps)) * Vector256.Create(Unsafe.Add(ref scales, 1));
        }
        ref var first = ref MemoryMarshal.GetReference(sums[..Columns]);
        a.StoreUnsafe(ref first);
        b.StoreUnsafe(ref first, 8);
        c.StoreUnsafe(ref first, 16);
        d.StoreUnsafe(ref first, 24);
        e.StoreUnsafe(ref first, 32);
        f.StoreUnsafe(ref first, 40);
        mood.StoreUnsafe(ref first, MailColumns);
    }

    // The rows of a text lie all over the table: asked for a few features ahead, they are there when they are needed.
    private static unsafe void Prefetch(ref byte rows, ReadOnlySpan<int> features, int at)
    {
        if (Sse.IsSupported && at < features.Length)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref rows, (nint)features[at] * RowBytes)));
        }
    }

    private Span<byte> Row(int feature) => _rows.Span.Slice(feature * RowBytes, RowBytes);
}
