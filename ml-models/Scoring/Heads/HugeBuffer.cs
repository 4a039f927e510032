using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SentimentWatch.Models.Heads;

/// <summary>
/// Memory for a table that is read all over. On Linux it asks for pages of 2 MiB: with pages of 4 KiB most of the time of a
/// random read goes to finding the page. Elsewhere, or where the system grants none, it is ordinary memory.
/// </summary>
/// <typeparam name="T">Type of an element, without references.</typeparam>
internal sealed unsafe partial class HugeBuffer<T> : IDisposable
    where T : unmanaged
{
    private const nuint PageSize = 2 * 1024 * 1024;
    private const int HugePages = 14; // MADV_HUGEPAGE
    private readonly T* _first;

    /// <summary>Memory of zeros.</summary>
    public HugeBuffer(int length)
    {
        Length = length;
        var bytes = (((nuint)length * (nuint)sizeof(T)) + PageSize - 1) / PageSize * PageSize;
        _first = (T*)NativeMemory.AlignedAlloc(bytes, PageSize);
        if (OperatingSystem.IsLinux())
        {
            // Advice only: a refusal changes speed and nothing else.
            _ = Native.Advise(_first, bytes, HugePages);
        }
        NativeMemory.Clear(_first, bytes);
        GC.AddMemoryPressure((long)bytes);
        _bytes = (long)bytes;
    }

    private readonly long _bytes;
    private bool _freed;

    ~HugeBuffer() => Free();

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>All elements.</summary>
    public Span<T> Span => new(_first, Length);

    /// <summary>The first element.</summary>
    public ref T First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *_first;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (!_freed)
        {
            _freed = true;
            NativeMemory.AlignedFree(_first);
            GC.RemoveMemoryPressure(_bytes);
        }
    }
}

/// <summary>The one call of the C library that is needed.</summary>
internal static unsafe partial class Native
{
    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Advise(void* address, nuint length, int advice);
}
