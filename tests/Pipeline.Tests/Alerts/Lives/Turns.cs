namespace SentimentWatch.Pipeline.Tests.Alerts.Lives;

/// <summary>
/// Runs tasks on one thread and lets chance say which goes on next at each await, so that every run of a seed is the same and every
/// order of two writers' reads and writes comes up.
/// </summary>
internal sealed class Turns(int seed) : SynchronizationContext
{
    private readonly Random _random = new(seed);
    private readonly List<(SendOrPostCallback Call, object? State)> _ready = [];

    public override void Post(SendOrPostCallback d, object? state) => _ready.Add((d, state));

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs to the end.</summary>
    public void Run(Func<Task> main)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = main();
            while (!task.IsCompleted)
            {
                var index = _random.Next(_ready.Count == 0 ? throw new InvalidOperationException("Nobody can go on.") : _ready.Count);
                var (call, state) = _ready[index];
                _ready.RemoveAt(index);
                call(state);
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
