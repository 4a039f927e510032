namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Danger kinds of the model: their Chinese names, and which of them tell of one and the same matter.</summary>
public static class DangerNames
{
    /// <summary>The name that cards and pages show.</summary>
    public static string NameOf(string? kind) => kind switch
    {
        "gas-leak" => "燃气泄漏",
        "explosion" => "爆炸",
        "self-harm" => "有人轻生",
        "violence" => "暴力伤害",
        "trapped" => "人员被困",
        "fire" => "火情",
        "collapse" => "坍塌",
        "electric" => "触电险情",
        "chemical" => "危化品泄漏",
        "flood" => "积水内涝",
        "traffic-accident" => "交通事故",
        "missing-person" => "人员走失",
        "food-poisoning" => "食物中毒",
        "disease" => "疫病",
        "mass-incident" => "群体事件",
        "utility-outage" => "水电气暖中断",
        _ => "突发险情",
    };

    /// <summary>One code for kinds that people mix up when they tell of one matter (a gas leak and its explosion).</summary>
    public static string GroupOf(string? kind) => kind switch
    {
        "gas-leak" or "explosion" => "gas",
        "trapped" or "flood" => "trapped",
        "violence" or "mass-incident" => "violence",
        "food-poisoning" or "disease" => "illness",
        null => "other",
        _ => kind,
    };
}
