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

    private const int Ahead = 16;
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Weight(int feature, int column)
    {
        ref var row = ref Unsafe.Add(ref _rows.First, (nint)feature * RowBytes);
        var step = (sbyte)Unsafe.Add(ref row, column);
        return step == 0 ? 0 : step * Unsafe.As<byte, float>(ref Unsafe.Add(ref row, Columns + (column < MailColumns ? 0 : 4)));
    }

    /// <summary>Writes the sum of the weights of some features, column by column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Sum(ReadOnlySpan<int> features, Span<float> sums)
    {
        var rows = (byte*)Unsafe.AsPointer(ref _rows.First);
        var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (e, f, mood) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (var i = 0; i < features.Length; i++)
        {
            var row = rows + ((nint)features[i] * RowBytes);
            Prefetch(rows, features, i + Ahead);
            var scale = Vector256.Create(*(float*)(row + Columns));
            a += Steps8(row) * scale;
            b += Steps8(row + 8) * scale;
            c += Steps8(row + 16) * scale;
            d += Steps8(row + 24) * scale;
            e += Steps8(row + 32) * scale;
            f += Steps8(row + 40) * scale;
            mood += Steps8(row + MailColumns) * Vector256.Create(*(float*)(row + Columns + 4));
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

    /// <summary>Writes the sum of eight neighbouring columns alone, from a column that is a multiple of eight; other columns are left as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void SumEight(ReadOnlySpan<int> features, int column, Span<float> sums)
    {
        var rows = (byte*)Unsafe.AsPointer(ref _rows.First);
        var scaleAt = Columns + (column < MailColumns ? 0 : 4);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < features.Length; i++)
        {
            var row = rows + ((nint)features[i] * RowBytes);
            Prefetch(rows, features, i + Ahead);
            sum += Steps8(row + column) * Vector256.Create(*(float*)(row + scaleAt));
        }
        sum.StoreUnsafe(ref MemoryMarshal.GetReference(sums[column..(column + 8)]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<float> Steps8(byte* steps)
    {
        if (Avx2.IsSupported)
        {
            return Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32((sbyte*)steps));
        }
        var words = Vector128.WidenLower(Vector128.CreateScalar(*(long*)steps).AsSByte());
        return Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(words), Vector128.WidenUpper(words)));
    }

    // The rows of a text lie all over the table: asked for a few features ahead, they are there when they are needed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch(byte* rows, ReadOnlySpan<int> features, int at)
    {
        if (Sse.IsSupported && at < features.Length)
        {
            Sse.Prefetch0(rows + ((nint)features[at] * RowBytes));
        }
    }

    private Span<byte> Row(int feature) => _rows.Span.Slice(feature * RowBytes, RowBytes);
}
