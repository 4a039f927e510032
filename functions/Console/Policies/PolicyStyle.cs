namespace SentimentWatch.Console.Policies;

/// <summary>What a policy report adds to the digest's style sheet.</summary>
internal static class PolicyStyle
{
    public const string Css = """
        h1{letter-spacing:.04em}
        header small{display:block;font-size:1rem;letter-spacing:.3em;margin-top:.3rem;color:var(--soft);font-weight:400}
        .findings{margin:1rem 0;padding-left:1.2em}.findings li{margin:.35rem 0}
        .risk{font-weight:700}
        .ci{width:100%;height:auto}
        svg .grid{stroke:var(--rule);stroke-dasharray:2 3}
        svg .mark{stroke:var(--mark);stroke-width:1.2}
        svg .range{stroke:var(--ink);stroke-width:2}
        svg .neu{fill:var(--rule)}
        svg .pos{fill:#4d9478}
        svg .ink{fill:var(--ink)}
        .concerns td{vertical-align:top}
        .concerns .quote{color:var(--ink)}
        .legend{color:var(--soft);font-size:.82rem}
        .legend i{display:inline-block;width:.8em;height:.8em;margin:0 .35em 0 1em;vertical-align:-.05em}
        .legend .l-bad{background:var(--bad)}.legend .l-bar{background:var(--bar)}.legend .l-neu{background:var(--rule)}.legend .l-pos{background:#4d9478}
        .n.wide{width:6rem}
        svg .dash{stroke-dasharray:4 3}
        .fill{border-bottom:1px solid var(--rule);min-height:2.2em}
        .about th{white-space:nowrap;width:1%;padding-right:1.2rem;vertical-align:top;color:var(--soft)}
        .sheet>li{padding:.8rem 0}
        .sheet h3{margin:0 0 .2rem;font-size:1.02rem}
        @media (max-width:42rem){.legend i{margin-left:.5em}svg.ci text{font-size:15px}svg.trend text{font-size:14px}.n.wide{width:5.2rem}}
        """;
}
