using System.Text.Json;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Records;

/// <summary>Whole records: every text masked, the caller kept as a hash.</summary>
public sealed class MaskedRecordTests
{
    private static readonly SubmittedRecord Submitted = new()
    {
        Channel = Channels.Hotline,
        SourceId = "JN20260301000017",
        ReceivedAt = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(8)),
        Title = "李小明反映路灯不亮13800000001",
        Body = "李小明来电：路灯不亮，账号quanpeople99。",
        Place = "花苑小区3号楼 13800000001",
        NamedUnit = "区城市管理局（13800000001）",
        Url = "https://example.invalid/n/1?phone=13800000001&u=77",
        Handling = new Handling { DueAt = new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.FromHours(8)), CityDueAt = new DateTimeOffset(2026, 3, 7, 0, 0, 0, TimeSpan.FromHours(8)), Reply = "已联系13800000001", ReturnReason = "机主13800000001不接" },
        CallerFields = ["138 0000 0001", "quanpeople99", "李小明"],
    };

    [Fact]
    public void No_field_holds_personal_data()
    {
        var masked = new Masker("key").Mask(Submitted);

        var json = JsonSerializer.Serialize(masked, RecordsJson.Wire.CitizenRecord);
        Assert.DoesNotContain("13800000001", json, StringComparison.Ordinal);
        Assert.DoesNotContain("李小明", json, StringComparison.Ordinal);
        Assert.DoesNotContain("quanpeople99", json, StringComparison.Ordinal);
        Assert.Equal("JN20260301000017", masked.SourceId);
        Assert.Equal("https://example.invalid/n/1", masked.Url);
        Assert.Contains("路灯不亮", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_caller_has_the_same_hash_and_another_key_another()
    {
        var hash = new Masker("key").Mask(Submitted).CallerHash;

        Assert.Matches("^[0-9a-f]{16}$", hash);
        Assert.Equal(hash, new Masker("key").Mask(Submitted with { CallerFields = ["138-0000-0001", "别的名字"] }).CallerHash);
        Assert.NotEqual(hash, new Masker("another").Mask(Submitted).CallerHash);
        Assert.Null(new Masker("key").Mask(Submitted with { CallerFields = [] }).CallerHash);
        Assert.Null(new Masker(null).Mask(Submitted).CallerHash);
    }

    [Fact]
    public void A_masked_record_survives_the_wire()
    {
        var masked = new Masker("key").Mask(Submitted);

        var back = JsonSerializer.Deserialize(JsonSerializer.Serialize(masked, RecordsJson.Wire.CitizenRecord), RecordsJson.Wire.CitizenRecord);

        Assert.Equal(masked, back);
    }

    [Theory]
    [InlineData("""{"工单编号":"B1","求助人员":"李小明","求助号码":"13800000001","诉求内容":"路灯不亮" """)]
    [InlineData("""{"callerFields":["李小明","quanpeople99"],"body":"路灯不亮","nickname":"李小明}""")]
    [InlineData("""{"body":"路灯不亮\u0031\u0033\u0038\u0030\u0030\u0030\u0030\u0030\u0030\u0030\u0031 \u6211\u53eb\u674e\u5c0f\u660e""")]
    public void A_rejected_line_is_kept_without_its_caller(string line)
    {
        var masked = Masker.MaskRejected(line);

        Assert.Contains("路灯不亮", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("李小明", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("quanpeople99", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000001", masked, StringComparison.Ordinal);
    }
}
