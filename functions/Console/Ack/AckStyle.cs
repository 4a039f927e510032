namespace SentimentWatch.Console.Ack;

/// <summary>Style of the acknowledge page; inline, so that the page is one answer and loads nothing.</summary>
internal static class AckStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #d7dbe0; --soft: #57606a; --mark: #57606a }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #14171a; --line: #343a40; --soft: #a5adb5 } }
        .red { --mark: #c1121f } .orange { --mark: #c05600 } .yellow { --mark: #8a6d00 } .blue { --mark: #1f5fbf }
        * { box-sizing: border-box }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; border-top: .5rem solid var(--mark) }
        main { max-width: 34rem; margin: 0 auto; padding: 1.25rem 1rem 3rem }
        h1 { font-size: 1.4rem; margin: 0 0 .5rem }
        .state { font-size: 1.05rem; margin: 0 0 1rem }
        .wrong { border: 1px solid var(--mark); border-radius: .5rem; padding: .5rem .75rem }
        .title { font-weight: 600; margin: 0 0 1rem; overflow-wrap: anywhere }
        .doubt { border-left: .25rem solid var(--mark); padding-left: .75rem }
        .level { color: #fff; background: var(--mark); padding: .1rem .5rem; border-radius: .25rem }
        dl { display: grid; grid-template-columns: 4.5em 1fr; gap: .4rem .75rem; margin: 0; border-top: 1px solid var(--line); padding-top: 1rem }
        dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
        blockquote { margin: 1rem 0; padding: .75rem 1rem; border-left: .25rem solid var(--line); overflow-wrap: anywhere; white-space: pre-wrap }
        label { display: block; margin-top: 1.25rem }
        textarea { width: 100%; margin-top: .4rem; padding: .6rem .75rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: .5rem; resize: vertical }
        button { width: 100%; min-height: 3.25rem; margin-top: 1.25rem; font: inherit; font-size: 1.15rem; font-weight: 600; color: #fff; background: var(--mark); border: 0; border-radius: .5rem; cursor: pointer }
        button:focus-visible, textarea:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
        .hint { color: var(--soft); font-size: .9rem }
        """;
}
