using System.Runtime.InteropServices;

namespace SentimentWatch.Models.Memory;

/// <summary>Advice to the system about memory.</summary>
internal static partial class MemoryAdvice
{
    private const int HugePages = 14; // MADV_HUGEPAGE

    /// <summary>Asks for large pages. It is advice only: a refusal changes speed and nothing else, so its answer is not looked at.</summary>
    public static void Huge(nint address, nuint bytes) => _ = Advise(address, bytes, HugePages);

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint address, nuint length, int advice);
}
