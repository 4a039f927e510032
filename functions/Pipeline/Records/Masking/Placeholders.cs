namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>What stands in a text where personal data stood. No digit and no letter, so that no pattern finds them again.</summary>
internal static class Placeholders
{
    public const string Phone = "〔电话〕";
    public const string Identity = "〔身份证〕";
    public const string BankCard = "〔银行卡〕";
    public const string Mail = "〔邮箱〕";
    public const string Account = "〔账号〕";
    public const string Plate = "〔车牌〕";
    public const string Passport = "〔护照〕";
    public const string Document = "〔证件〕";
    public const string Name = "〔姓名〕";
}
