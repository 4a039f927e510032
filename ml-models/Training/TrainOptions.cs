namespace SentimentWatch.Training;

/// <summary>What a training is asked to do.</summary>
/// <param name="Data">Folder with topic/, sentiment/, replies/, stream/ and emergency/.</param>
/// <param name="Folder">Folder the model is written to.</param>
/// <param name="Seed">Seed; the same seed and data give the same model.</param>
/// <param name="Version">Version written into the model.</param>
/// <param name="Only">Heads to train; the others are kept from the model in the folder. Empty trains all.</param>
/// <param name="Reviews">File of persons' decisions, or null.</param>
/// <param name="Replace">Whether a worse model may replace a better one.</param>
internal sealed record TrainOptions(string Data, string Folder, int Seed, string Version, string[] Only, string? Reviews, bool Replace);
