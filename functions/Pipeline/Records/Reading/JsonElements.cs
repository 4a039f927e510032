using System.Runtime.CompilerServices;
using System.Text;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Cuts a JSON array (or a lone object) into the texts of its elements, so that a broken element costs only itself.</summary>
internal sealed class JsonElements(TextReader reader, int maxLength)
{
    private readonly StringBuilder _element = new();
    private int _depth;
    private bool _inString;
    private bool _escaped;
    private bool _tooLong;

    /// <summary>Each element's text, and whether it was longer than the cap (then only its start is given).</summary>
    public async IAsyncEnumerable<(string Text, bool TooLong)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new char[32 * 1024];
        var count = 0;
        while ((count = await reader.ReadAsync(buffer.AsMemory(), cancellationToken)) > 0)
        {
            for (var at = 0; at < count; at++)
            {
                if (Take(buffer[at]))
                {
                    yield return Finish();
                }
            }
        }

        if (_element.Length > 0)
        {
            yield return Finish();
        }
    }

    /// <summary>True when the element is complete, or broken beyond this character.</summary>
    private bool Take(char character)
    {
        if (_depth == 0 && character != '{')
        {
            // Brackets, commas and blanks between elements; a scalar there is noise, except that it must not vanish unseen.
            return character is '[' or ']' or ',' || char.IsWhiteSpace(character) || character == '\uFEFF' ? _element.Length > 0 : Keep(character);
        }

        if (_inString && character == '\n')
        {
            // JSON strings hold no line break: a quote was forgotten, so begin anew on the next line.
            return true;
        }

        Keep(character);
        if (_escaped)
        {
            _escaped = false;
        }
        else if (_inString)
        {
            _escaped = character == '\\';
            _inString = character != '"';
        }
        else
        {
            _inString = character == '"';
            _depth += character switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
        }

        return _depth == 0;
    }

    private bool Keep(char character)
    {
        _tooLong |= _element.Length >= maxLength;
        if (!_tooLong)
        {
            _element.Append(character);
        }

        return false;
    }

    private (string Text, bool TooLong) Finish()
    {
        var result = (_element.ToString(), _tooLong);
        _element.Clear();
        (_depth, _inString, _escaped, _tooLong) = (0, false, false, false);
        return result;
    }
}
