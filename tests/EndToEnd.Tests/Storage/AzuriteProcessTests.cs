using System.Diagnostics;
using Azure.Storage.Queues;
using SentimentWatch.SelfHost.Storage;

namespace SentimentWatch.EndToEnd.Tests.Storage;

public sealed class AzuriteProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sentimentwatch-own-azurite-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_is_there_after_a_stop_and_a_start()
    {
        await using (var first = await OpenAsync())
        {
            Assert.False(first.Reused);
            var queue = new QueueClient(first.ConnectionString, "kept", Options);
            await queue.CreateAsync(cancellationToken: Ct);
            await queue.SendMessageAsync("still here", Ct);
        }

        await using var second = await OpenAsync();
        var message = await new QueueClient(second.ConnectionString, "kept", Options).PeekMessageAsync(Ct);
        Assert.Equal("still here", message.Value.Body.ToString());
    }

    [Fact]
    public async Task A_second_user_joins_and_keeps_it_alive_when_the_first_goes()
    {
        var first = await OpenAsync();
        await using var second = await OpenAsync();
        Assert.True(second.Reused);
        Assert.Equal(first.Endpoint, second.Endpoint);
        await first.DisposeAsync();
        await new QueueClient(second.ConnectionString, "alive", Options).CreateAsync(cancellationToken: Ct);
    }

    [Fact]
    public async Task It_ends_when_its_last_user_stops_and_leaves_no_endpoint()
    {
        int pid;
        await using (var only = await OpenAsync())
        {
            pid = only.Endpoint.Pid;
        }

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(pid));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "endpoint.json")));
    }

    [Fact]
    public async Task A_killed_azurite_is_replaced_on_the_same_folder()
    {
        var first = await OpenAsync();
        using (var process = Process.GetProcessById(first.Endpoint.Pid))
        {
            process.Kill();
            await process.WaitForExitAsync(Ct);
        }

        await using var second = await OpenAsync();
        Assert.False(second.Reused);
        await first.DisposeAsync();
        await new QueueClient(second.ConnectionString, "again", Options).CreateAsync(cancellationToken: Ct);
    }

    [Fact]
    public async Task The_account_key_is_random_and_only_its_owner_may_read_it()
    {
        await using var azurite = await OpenAsync();
        Assert.Equal(64, Convert.FromBase64String(azurite.Key).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.FullName, "account.key")));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static QueueClientOptions Options => new(QueueClientOptions.ServiceVersion.V2024_11_04);

    private Task<AzuriteProcess> OpenAsync() => AzuriteProcess.OpenAsync(new AzuriteOptions(_folder.FullName), _ => { }, Ct);
}
