using System.Globalization;

namespace SentimentWatch.Benchmarks.Generation;

/// <summary>Plants invented personal data in a text, written as people write it.</summary>
internal sealed class PersonalData(int seed)
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙马胡朱郭何林罗高";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平";
    private readonly Random _random = new(seed);

    /// <summary>A piece of text to add, and the strings that must be found nowhere.</summary>
    public (string Text, IReadOnlyList<string> Secrets) Next()
    {
        var phone = "1" + _random.Next(3, 10) + Digits(9);
        var id = Identity();
        var card = Card();
        var mail = $"{Letters(6)}{Digits(3)}@example.com";
        var name = $"{Pick(Surnames)}{Pick(Given)}{Pick(Given)}";
        var written = _random.Next(4) switch
        {
            0 => phone,
            1 => $"{phone[..3]} {phone[3..7]} {phone[7..]}",
            2 => string.Concat(phone.Select(c => (char)(c + 0xfee0))),
            _ => $"{phone[..3]}-{phone[3..7]}-{phone[7..]}",
        };
        var text = _random.Next(3) switch
        {
            0 => $"我叫{name}，电话{written}，身份证号{id}，退款请打到卡号{card}，邮箱{mail}。",
            1 => $"联系人：{name}，手机：{written}；身份证：{id}；银行卡 {card}；邮件 {mail}",
            _ => $"本人{name}，身份证{id}，请回电{written}或发邮件至{mail}，工资卡{card}。",
        };
        return (text, [phone, written, id, card, mail, name]);
    }

    private string Identity()
    {
        var body = $"370112{_random.Next(1950, 2005)}{_random.Next(1, 13):00}{_random.Next(1, 29):00}{Digits(3)}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11];
    }

    private string Card()
    {
        var body = "622202" + Digits(12);
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = body[body.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? (digit * 2 > 9 ? (digit * 2) - 9 : digit * 2) : digit;
        }

        return body + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + _random.Next(10))));

    private string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('a' + _random.Next(26))));

    private char Pick(string letters) => letters[_random.Next(letters.Length)];
}
