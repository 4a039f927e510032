using Sylvan.Data.Csv;

namespace SentimentWatch.Training.Corpus;

/// <summary>Reads a whole CSV file into rows of named fields.</summary>
internal static class CsvTable
{
    /// <summary>Rows of a file, fields by column name.</summary>
    /// <exception cref="TrainingException">The file is missing.</exception>
    public static List<Dictionary<string, string>> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new TrainingException($"The data file {path} does not exist; point --data at the folder that holds topic/, sentiment/, stream/ and replies/.");
        }
        using var reader = CsvDataReader.Create(path, new CsvDataReaderOptions { BufferSize = 1 << 20 });
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            var row = new Dictionary<string, string>(reader.FieldCount, StringComparer.Ordinal);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                row[reader.GetName(i)] = reader.GetString(i);
            }
            rows.Add(row);
        }
        return rows;
    }
}
