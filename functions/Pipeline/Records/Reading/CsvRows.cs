namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>One row of a CSV text, or why it is none.</summary>
/// <param name="Line">1-based line on which it begins.</param>
/// <param name="Cells">Its cells; empty when there is a <paramref name="Fault"/>.</param>
/// <param name="Fault">What is wrong with its form.</param>
/// <param name="Start">The first 2,000 characters of a faulty row.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string?> Cells, string? Fault = null, string? Start = null);

/// <summary>
/// Rows of an RFC 4180 text. Ready-made parsers end at the first misplaced quote or overlong field; an intake must not, so a
/// faulty row costs its own line and reading goes on with the next.
/// </summary>
internal sealed class CsvRows(TextReader reader)
{
    private const int MaxRowLength = 4 * 1024 * 1024;
    private const int MaxLinesOfUnclosedQuote = 2_000;
    private char[] _buffer = new char[64 * 1024];
    private int _start;
    private int _end;
    private int _line = 1;
    private bool _ended;
    private char _delimiter;

    private enum State
    {
        CellStart,
        Plain,
        Quoted,
        QuoteSeen,
        Faulty,
    }

    /// <summary>The next row; null at the end.</summary>
    public async ValueTask<CsvRow?> ReadAsync(CancellationToken cancellationToken)
    {
        var state = State.CellStart;
        var at = _start;
        var lines = 0;
        while (true)
        {
            if (at == _end)
            {
                if (_ended)
                {
                    return AtEnd(state);
                }

                if (_end - _start >= MaxRowLength)
                {
                    return await SkipAsync(state, cancellationToken);
                }

                var shift = _start;
                await FillAsync(cancellationToken);
                at -= shift;
                continue;
            }

            var character = _buffer[at++];
            if (_delimiter == default)
            {
                await FindDelimiterAsync(cancellationToken);
            }

            if (character == '\n')
            {
                lines++;
                if (state != State.Quoted)
                {
                    return Take(at, lines);
                }
            }

            state = Next(state, character);
            if (state == State.Faulty || (state == State.Quoted && lines > MaxLinesOfUnclosedQuote))
            {
                return FaultyLine("a quote is misplaced in the row; double the quotes inside a quoted field");
            }
        }
    }

    private State Next(State state, char character) => state switch
    {
        State.Quoted => character == '"' ? State.QuoteSeen : State.Quoted,
        State.QuoteSeen when character == '"' => State.Quoted,
        _ when character == _delimiter => State.CellStart,
        State.QuoteSeen => character is '\r' or ' ' ? State.QuoteSeen : State.Faulty,
        State.CellStart when character == '"' => State.Quoted,
        _ => State.Plain,
    };

    private CsvRow? AtEnd(State state)
    {
        if (_start == _end)
        {
            return null;
        }

        return state == State.Quoted ? FaultyLine("a quoted field is not closed; close it with a quote") : Take(_end, 1);
    }

    private CsvRow Take(int end, int lines)
    {
        var row = new CsvRow(_line, CsvCells.Split(_buffer.AsSpan(_start, end - _start).TrimEnd('\n').TrimEnd('\r'), _delimiter));
        _start = end;
        _line += lines;
        return row;
    }

    /// <summary>Gives up the first line of the row, and only that.</summary>
    private CsvRow FaultyLine(string fault)
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        var newline = rest.IndexOf('\n');
        var length = newline < 0 ? rest.Length : newline;
        var row = new CsvRow(_line, [], fault, RawFields.Cut(rest[..length].ToString()));
        _start += newline < 0 ? length : length + 1;
        _line++;
        return row;
    }

    /// <summary>Passes over a row that is longer than the buffer may grow, without keeping it.</summary>
    private async ValueTask<CsvRow> SkipAsync(State state, CancellationToken cancellationToken)
    {
        var row = new CsvRow(_line, [], $"the row is longer than {MaxRowLength / 1024 / 1024} million characters; send the text alone, without attachments", RawFields.Cut(_buffer.AsSpan(_start, 4_000).ToString()));
        _line += _buffer.AsSpan(_start, _end - _start).Count('\n');
        _start = _end;
        while (!_ended || _start < _end)
        {
            if (_start == _end)
            {
                await FillAsync(cancellationToken);
                continue;
            }

            var character = _buffer[_start++];
            _line += character == '\n' ? 1 : 0;
            if (character == '\n' && state != State.Quoted)
            {
                break;
            }

            state = Next(state, character);
        }

        return row;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = await reader.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _ended = count == 0;
        _end += count;
    }

    private async ValueTask FindDelimiterAsync(CancellationToken cancellationToken)
    {
        while (!_ended && _buffer.AsSpan(_start, _end - _start).IndexOf('\n') < 0 && _end - _start < MaxRowLength)
        {
            await FillAsync(cancellationToken);
        }

        var heading = _buffer.AsSpan(_start, _end - _start);
        var newline = heading.IndexOf('\n');
        heading = newline < 0 ? heading : heading[..newline];
        _delimiter = heading.Contains('\t') && !heading.Contains(',') ? '\t' : ',';
    }
}
