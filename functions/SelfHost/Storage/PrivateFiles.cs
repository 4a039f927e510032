namespace SentimentWatch.SelfHost.Storage;

/// <summary>Files and folders that only their owner may read (mode 0600 and 0700 where the system knows modes).</summary>
public static class PrivateFiles
{
    /// <summary>Makes the folder and its parents; one that exists keeps its mode.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The file's text; made with <paramref name="create"/> when it does not exist.</summary>
    public static string ReadOrCreate(string file, Func<string> create)
    {
        if (!File.Exists(file))
        {
            Write(file, create());
        }

        return File.ReadAllText(file).Trim();
    }

    /// <summary>Writes the file in one step, so that a crash leaves the old one or the new one.</summary>
    public static void Write(string file, string text)
    {
        var fresh = $"{file}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(fresh, options))
        {
            writer.Write(text);
        }

        File.Move(fresh, file, overwrite: true);
    }
}
