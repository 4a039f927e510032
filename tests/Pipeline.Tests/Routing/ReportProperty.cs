using CsCheck;
using SentimentWatch.Models;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>Over generated rosters and records: no report reaches its target or a unit below it.</summary>
public sealed class ReportProperty
{
    internal static readonly string[] Matters =
        ["物业乱收费", "占道经营无人管", "拖欠工资", "偷排废水", "有人受贿", "不作为", "收受好处费", "征地补偿款不到位", "停水", "食品过期"];

    internal static readonly string[] Frames =
        ["举报{0}{1}", "{1}，{0}一直包庇", "实名举报：{0}工作人员，{1}", "{0}{1}，请区纪委查处", "尊敬的领导：{1}。我要控告{0}。"];

    internal static readonly Gen<Unit[]> Rosters =
        from count in Gen.Int[2, 30]
        from kinds in OneOf([UnitKinds.Department, UnitKinds.Institution, UnitKinds.Enterprise, UnitKinds.Branch]).Array[count]
        from parents in Gen.Int[-1, count - 1].Array[count]
        from functions in OneOf([.. Licheng.District.Topics.Functions.Select(f => f.Code)]).Array[0, 3].Array[count]
        select Make(kinds, parents, functions);

    [Fact]
    public void A_report_never_reaches_its_target_or_those_below() =>
        Gen.Select(Rosters, Gen.Int[0, 1000], OneOf(Frames), OneOf(Matters), Gen.Bool, Gen.Bool, OneOf(["routine", "urgent", "emergency"]), OneOf([.. DangerKinds.All]))
            .Sample((units, at, frame, matter, byField, inTitle, level, kind) =>
            {
                var district = With(units);
                var target = units[at % units.Length];
                var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, byField ? "该单位" : target.Name, matter);
                var record = Licheng.Record(inTitle ? "如下" : text, inTitle ? text : null, "report", byField ? target.Name : null);
                var routing = new Router(district).Route(record, Licheng.Judged(level, kind, 0.9f), "t").Routing;
                var barred = district.Roster.WithSubordinates([target.Code]);
                Assert.NotEmpty(routing.Lead);
                Assert.DoesNotContain(routing.Lead, barred);
                Assert.DoesNotContain(routing.Support, barred.Contains);
                Assert.Superset(barred.ToHashSet(), routing.Recused.ToHashSet());
            });

    [Fact]
    public void In_the_shipped_roster_too() =>
        Gen.Select(OneOf([.. Licheng.District.Roster.Units]), OneOf(Frames), OneOf(Matters))
            .Sample((target, frame, matter) =>
            {
                var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, target.Name, matter);
                var routing = Licheng.Route(text, kind: "report");
                var barred = Licheng.District.Roster.WithSubordinates([target.Code]);
                Assert.DoesNotContain(routing.Lead, barred);
                Assert.DoesNotContain(routing.Support, barred.Contains);
            });

    private static Gen<T> OneOf<T>(T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static Unit[] Make(string[] kinds, int[] parents, string[][] functions)
    {
        var units = new List<Unit>
        {
            new("office", "区政府办公室", [], UnitKinds.Office, null, [], false, "roster"),
            new("discipline", "区纪委监委", ["区纪委"], UnitKinds.Discipline, null, [], false, "roster"),
            new("above", "市纪委监委", [], UnitKinds.Superior, null, [], false, "roster"),
        };
        for (var i = 0; i < kinds.Length; i++)
        {
            // A parent stands earlier, so that no unit is above itself.
            var parent = parents[i] < 0 || parents[i] >= i ? "office" : $"u{parents[i]}";
            units.Add(new Unit($"u{i}", $"区第{Number(i)}事务局", [], kinds[i], parent, [.. functions[i].Distinct()], kinds[i] == UnitKinds.Enterprise, "roster"));
        }

        return [.. units];
    }

    private static string Number(int i) => string.Concat($"{i:00}".Select(c => "零一二三四五六七八九"[c - '0']));

    internal static District With(Unit[] units)
    {
        var topics = Licheng.District.Topics with
        {
            Functions = [.. Licheng.District.Topics.Functions.Select(f => f with { Rules = [.. f.Rules.Select(r => r with { Unit = null })] })],
            Dangers = [.. Licheng.District.Topics.Dangers.Select(d => d with { Unit = null })],
        };
        var street = new Unit("s1", "某某街道办事处", [], UnitKinds.Street, null, ["street-office"], false, "roster");
        var areas = new Areas("某市", "某区", "", [new StreetArea("s1", "某某街道", [], [], [], [], [], [])], []);
        return new District("t", [.. units, street], areas, topics, Licheng.District.Rules, [], Licheng.District.Calendar, []);
    }
}
