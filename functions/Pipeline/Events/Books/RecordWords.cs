using System.IO.Compression;
using System.Text;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Words of one masked record, so that an event can be told of without reading its records: its title line, and what its sketch's terms stand for.</summary>
/// <param name="Title">At most 40 characters; see <see cref="SharedWords.TitleOf"/>.</param>
/// <param name="Words">In the order of the text.</param>
/// <param name="IsReserved">True when it is a report (举报) or speaks against a unit.</param>
public sealed record RecordWords(string Title, IReadOnlyList<string> Words, bool IsReserved)
{
    private const byte Version = 1;
    private const int MostRecords = 100_000;

    /// <summary>Of a judged record, whose text is masked, and its sketch.</summary>
    public static RecordWords Of(JudgedRecord judged, Sketch sketch)
    {
        ArgumentNullException.ThrowIfNull(judged);
        ArgumentNullException.ThrowIfNull(sketch);
        return new RecordWords(
            SharedWords.TitleOf(judged.Record),
            SharedWords.Of(judged.Record, sketch.Terms),
            judged.Record.Kind == "report" || judged.Verdict.Routing.Recused.Count > 0);
    }

    /// <summary>The words that some of the sketch's terms stand for.</summary>
    public IReadOnlyList<string> Of(IReadOnlyCollection<uint> terms) => SharedWords.Of(Words, terms);

    /// <summary>Writes the words of a batch compactly (brotli).</summary>
    public static byte[] Write(IReadOnlyList<RecordWords> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        using var bytes = new MemoryStream();
        bytes.WriteByte(Version);
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true), Encoding.UTF8))
        {
            writer.Write7BitEncodedInt(records.Count);
            foreach (var record in records)
            {
                writer.Write(record.IsReserved);
                writer.Write(record.Title);
                writer.Write7BitEncodedInt(record.Words.Count);
                foreach (var word in record.Words)
                {
                    writer.Write(word);
                }
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; bytes of another form hold no words.</summary>
    public static IReadOnlyList<RecordWords> Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes is not [Version, ..])
        {
            return [];
        }

        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes, 1, bytes.Length - 1), CompressionMode.Decompress), Encoding.UTF8);
        var records = new List<RecordWords>();
        for (var left = Math.Clamp(reader.Read7BitEncodedInt(), 0, MostRecords); left > 0; left--)
        {
            var (reserved, title) = (reader.ReadBoolean(), reader.ReadString());
            var words = new List<string>();
            for (var more = Math.Clamp(reader.Read7BitEncodedInt(), 0, MostRecords); more > 0; more--)
            {
                words.Add(reader.ReadString());
            }

            records.Add(new RecordWords(title, words, reserved));
        }

        return records;
    }
}
