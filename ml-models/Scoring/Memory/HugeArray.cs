using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SentimentWatch.Models.Memory;

/// <summary>
/// An array that is read all over. On Linux it asks for pages of 2 MiB: with pages of 4 KiB most of the time of a random read
/// goes to finding the page. Elsewhere, or where the system grants none, it is an ordinary array.
/// </summary>
/// <typeparam name="T">Type of an element, without references.</typeparam>
internal sealed class HugeArray<T>
    where T : unmanaged
{
    private const int PageSize = 2 * 1024 * 1024;
    private readonly T[] _array;
    private readonly int _offset;

    /// <summary>An array of zeros.</summary>
    public HugeArray(int length)
    {
        Length = length;
        var size = Unsafe.SizeOf<T>();
        // Room to start at a page's start. Not cleared yet: the advice must come before the first touch.
        _array = GC.AllocateUninitializedArray<T>(length + (PageSize / size), pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _offset = (int)((PageSize - (address % PageSize)) % PageSize / size);
        if (OperatingSystem.IsLinux())
        {
            MemoryAdvice.Huge(address + ((nint)_offset * size), (nuint)((long)length * size));
        }
        Span.Clear();
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>All elements.</summary>
    public Span<T> Span => _array.AsSpan(_offset, Length);

    /// <summary>The first element.</summary>
    public ref T First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _offset);
    }
}
