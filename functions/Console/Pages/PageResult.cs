using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SentimentWatch.Console.Pages;

/// <summary>Turns a page component and its model into an answer. Data is read before, so that a page never fails half written.</summary>
internal static class PageResult
{
    /// <summary>A page whose component takes <c>Page</c> and <c>Model</c>.</summary>
    public static IResult Of<TComponent>(PageContext page, object? model, int status = StatusCodes.Status200OK)
        where TComponent : IComponent =>
        new RazorComponentResult<TComponent>(new Dictionary<string, object?> { ["Page"] = page, ["Model"] = model })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>A page of one sentence: not found, refused, failed.</summary>
    public static IResult Message(PageContext page, int status, string title, string text) =>
        Of<MessagePage>(page, new MessageModel(status, title, text), status);

    /// <summary>The same for everything a viewer may not know of as for what does not exist.</summary>
    public static IResult NotFound(PageContext page) =>
        Message(page, StatusCodes.Status404NotFound, "没有找到这一页", "地址可能有误，或者这件事项不在您的查阅范围内。");
}

/// <summary>What a page of one sentence says.</summary>
public sealed record MessageModel(int Status, string Title, string Text);
