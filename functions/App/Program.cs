using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.Triggers;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddHostServices(builder.Configuration);
using var app = builder.Build();

// Queues come with their triggers, tables do not.
await app.Services.GetRequiredService<StorageClients>().CreateAllAsync(CancellationToken.None);
await app.RunAsync();
