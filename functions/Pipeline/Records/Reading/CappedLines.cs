namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Lines of a text; of a line longer than the cap only the start is kept, so that memory stays bounded.</summary>
internal sealed class CappedLines(TextReader reader, int maxLength)
{
    private const int KeptOfLong = 2_000;
    private readonly char[] _buffer = new char[32 * 1024];
    private readonly System.Text.StringBuilder _line = new();
    private int _at;
    private int _end;

    /// <summary>The next line and whether it was longer than the cap; null at the end.</summary>
    public async ValueTask<(string Text, bool TooLong)?> ReadAsync(CancellationToken cancellationToken)
    {
        _line.Clear();
        var length = 0L;
        while (true)
        {
            if (_at == _end)
            {
                _end = await reader.ReadAsync(_buffer.AsMemory(), cancellationToken);
                _at = 0;
                if (_end == 0)
                {
                    return length == 0 ? null : Take(length);
                }
            }

            var newline = _buffer.AsSpan(_at, _end - _at).IndexOf('\n');
            var count = newline < 0 ? _end - _at : newline;
            length += count;
            if (_line.Length < maxLength)
            {
                _line.Append(_buffer, _at, Math.Min(count, maxLength + 1 - _line.Length));
            }

            _at += count;
            if (newline >= 0)
            {
                _at++;
                return Take(length);
            }
        }
    }

    private (string Text, bool TooLong) Take(long length) =>
        length > maxLength ? (_line.ToString(0, KeptOfLong), true) : (_line.ToString().TrimEnd('\r'), false);
}
