namespace SentimentWatch.Console.Digest;

/// <summary>The digest's own style sheet: paper first (A4), then screens of any width, then the dark.</summary>
internal static class DigestStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--paper:#fff;--desk:#ecebe7;--ink:#1d1d1f;--soft:#5a5d63;--rule:#d8d6d0;--mark:#b3201c;--bar:#6b7d99;--bad:#b3201c;--orange:#b35400;--yellow:#806000;--blue:#1f5fa8}
        @media (prefers-color-scheme:dark){:root{--paper:#1b1d21;--desk:#121316;--ink:#e9e7e2;--soft:#a7a9ae;--rule:#3a3d43;--mark:#ff7a70;--bar:#8ea3c4;--bad:#ff7a70;--orange:#ffa45c;--yellow:#e6c34a;--blue:#7fb4f5}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--desk);color:var(--ink);font:16px/1.7 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
        main{max-width:48rem;margin:1.5rem auto;padding:2.5rem 3rem;background:var(--paper);overflow-wrap:anywhere}
        h1,h2,table,.figures,.badge,footer,figcaption{font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
        header{text-align:center;border-bottom:3px solid var(--mark);padding-bottom:.9rem;margin-bottom:1.4rem;position:relative}
        header::after{content:"";position:absolute;left:0;right:0;bottom:-6px;border-bottom:1px solid var(--mark)}
        h1{margin:0;color:var(--mark);font-size:1.9rem;line-height:1.3;letter-spacing:.12em;font-weight:700}
        header p{margin:.35rem 0 0;color:var(--soft)}
        h2{font-size:1.06rem;margin:1.9rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid var(--rule);font-weight:700}
        h3{font:600 .95rem/1.5 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;margin:1rem 0 .1rem;break-after:avoid}
        p{margin:.5rem 0}
        .after{margin:0 0 0 .4em}.source{margin-top:.8rem}
        .summary{text-indent:2em}
        .figures{display:grid;grid-template-columns:repeat(4,1fr);gap:0;margin:1.2rem 0;padding:0;list-style:none;border-block:1px solid var(--rule)}
        .figures li{padding:.7rem .5rem;text-align:center}
        .figures li+li{border-left:1px solid var(--rule)}
        .figures b{display:block;font-size:1.65rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums}
        .figures span{display:block;font-size:.82rem;color:var(--soft)}
        figure{margin:1.2rem 0}
        figure svg{display:block;width:100%;height:auto;overflow:visible}
        figcaption{font-size:.82rem;color:var(--soft)}
        .pair th[scope=row]{white-space:nowrap;width:1%;padding-right:.6rem}.pair .b{width:auto}
        .pair{display:grid;grid-template-columns:1fr 1fr;column-gap:2.2rem}
        table{width:100%;border-collapse:collapse;font-size:.9rem;line-height:1.5;font-variant-numeric:tabular-nums}
        th,td{padding:.28rem .2rem;text-align:left;font-weight:400;border-bottom:1px solid var(--rule);vertical-align:middle}
        thead th{color:var(--soft);font-size:.8rem;white-space:nowrap}
        .n{text-align:right;white-space:nowrap;width:3.4rem}
        .b{width:32%}
        td svg{display:block;width:100%;height:.7rem}
        svg .bar{fill:var(--bar)}
        svg .bad{fill:var(--bad)}
        svg .axis{stroke:var(--rule)}
        svg text{fill:var(--soft);font:11px "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
        .list{list-style:none;margin:0;padding:0}
        .list>li{padding:.55rem 0;border-bottom:1px solid var(--rule);break-inside:avoid}
        .list p{margin:0}
        .list a{color:inherit;text-decoration-color:var(--soft);text-underline-offset:.2em}
        .meta,.quote{color:var(--soft);font-size:.9rem}
        .late{color:var(--bad);font-weight:700}
        .badge{display:inline-block;border:1px solid currentColor;border-radius:2px;padding:0 .4em;margin-right:.5em;font-size:.8rem;line-height:1.5;font-weight:600}
        .red{color:var(--bad)}.orange{color:var(--orange)}.yellow{color:var(--yellow)}.blue{color:var(--blue)}
        footer{margin-top:2rem;padding-top:.7rem;border-top:1px solid var(--rule);color:var(--soft);font-size:.8rem}
        @media (max-width:42rem){body{font-size:15px}main{margin:0;padding:1.2rem 1rem;max-width:none}h1{font-size:1.45rem;letter-spacing:.04em}.pair{grid-template-columns:1fr}.figures{grid-template-columns:1fr 1fr}.figures li:nth-child(3){border-left:0}.figures li:nth-child(n+3){border-top:1px solid var(--rule)}svg text{font-size:18px}svg .odd{display:none}.b{width:26%}}
        @page{size:A4;margin:16mm 18mm}
        @media print{:root{--paper:#fff;--desk:#fff;--ink:#000;--soft:#444;--rule:#bbb;--mark:#b3201c;--bar:#6b7d99;--bad:#b3201c;--orange:#b35400;--yellow:#806000;--blue:#1f5fa8}body{font-size:10.5pt;background:none}main{margin:0;padding:0;max-width:none}h2{break-after:avoid}table,figure,.figures{break-inside:avoid}svg{print-color-adjust:exact}}
        """;
}
