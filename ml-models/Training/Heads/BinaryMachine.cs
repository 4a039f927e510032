using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace SentimentWatch.Training.Heads;

/// <summary>Trains one label against the rest with ML.NET's SDCA, single-threaded so that a seed gives one result.</summary>
internal static class BinaryMachine
{
    /// <summary>A row as ML.NET sees it.</summary>
    internal sealed class Example
    {
        public bool Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }

    /// <summary>Wraps rows whose indices are dense ids below <paramref name="width"/>.</summary>
    public static IDataView View(MLContext context, IReadOnlyList<Example> examples, int width)
    {
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
        return context.Data.LoadFromEnumerable(examples, schema);
    }

    /// <summary>Trains; the result scores <c>bias + weights · features</c>.</summary>
    public static (ITransformer Transformer, LinearBinaryModelParameters Linear) Train(MLContext context, IDataView view, Machine machine)
    {
        var transformer = context.BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options
        {
            LossFunction = machine.Kind == MachineKind.SquaredHinge ? new SquaredHinge() : new LogLoss(),
            L2Regularization = machine.L2,
            L1Regularization = 0f,
            MaximumNumberOfIterations = machine.Passes,
            ConvergenceTolerance = 0.01f,
            ConvergenceCheckFrequency = machine.Passes,
            NumberOfThreads = 1,
            BiasLearningRate = 0.1f,
            Shuffle = true,
        }).Fit(view);
        return (transformer, transformer.Model);
    }
}
