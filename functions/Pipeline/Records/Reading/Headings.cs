using System.Collections.Frozen;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>
/// The headings of each channel's export (12345 hotline, petition, microblog, message boards) beside the names of the wire form.
/// Within a line the first has precedence: a hotline order counts as received when the city passed it on, unless the export tells when the call came.
/// </summary>
internal static class Headings
{
    private static readonly FrozenDictionary<string, Meaning> All = Build();

    /// <summary>What <paramref name="heading"/> means; null when the product has no use for it.</summary>
    public static Meaning? Find(string? heading) => heading is not null && All.TryGetValue(Plain(heading), out var meaning) ? meaning : null;

    private static string Plain(string heading) =>
        heading.Trim(' ', '\t', '\r', '\n', '\uFEFF', '\u3000', '*', ':', '：', '"').Replace("（", "(", StringComparison.Ordinal).Replace("）", ")", StringComparison.Ordinal);

    private static FrozenDictionary<string, Meaning> Build()
    {
        var all = new Dictionary<string, Meaning>(StringComparer.OrdinalIgnoreCase);
        void Add(Field field, string headings)
        {
            var rank = 0;
            foreach (var heading in headings.Split(' '))
            {
                all.Add(heading, new Meaning(field, rank++));
            }
        }

        Add(Field.Channel, "channel");
        Add(Field.SourceId, "sourceId source_id id 工单编号 信访编号 note_id 留言编号 受理编号 工单号 编号 单号 流水号 微博ID");
        Add(Field.Version, "version 版本 版本号");
        Add(Field.ReceivedAt, "receivedAt received_at 受理时间 来电时间 信访时间 留言时间 提交时间 来信时间 发布时间 create_time 创建时间 登记时间 工单时间 市交办时间 接收时间");
        Add(Field.OccurredAt, "occurredAt occurred_at 发生时间 事发时间 事件发生时间");
        Add(Field.Title, "title 工单标题 标题 诉求标题 留言标题 主题");
        Add(Field.Body, "body detail content 诉求内容 工单内容 信访内容 留言内容 微博内容 反映内容 内容 正文 详情 留言详情 desc text");
        Add(Field.Place, "place 事件发生地 问题属地 事发地 事发地点 地点 发生地点");
        Add(Field.PlaceDetail, "诉求详细地址 详细地址 地址 事发详细地址");
        Add(Field.NamedUnit, "namedUnit named_unit 被反映单位 被投诉单位 被举报单位 涉及单位 责任单位 主办单位 承办单位 市交办主办单位");
        Add(Field.Kind, "kind 诉求类型 信访目的 留言类型 工单类型 类型");
        Add(Field.SourceUrgency, "sourceUrgency source_urgency 紧急程度");
        Add(Field.Url, "url note_url 链接 网址 原文链接");
        Add(Field.Likes, "reach.likes likes liked_count 点赞数 点赞 for 支持数");
        Add(Field.Comments, "reach.comments comments comments_count 评论数 评论");
        Add(Field.Shares, "reach.shares shares shared_count 转发数 分享数 转发");
        Add(Field.Followers, "reach.followers followers followers_count 粉丝数");
        Add(Field.DispatchedAt, "handling.dispatchedAt 区交办时间 派发时间 交办时间");
        Add(Field.DueAt, "handling.dueAt 区交办办结期限 办结期限 办理期限");
        Add(Field.CityDueAt, "handling.cityDueAt 市交办办结期限");
        Add(Field.AcceptedAt, "handling.acceptedAt 签收时间");
        Add(Field.ReturnedAt, "handling.returnedAt 退回时间");
        Add(Field.ReturnReason, "handling.returnReason 退回理由 退回原因");
        Add(Field.RepliedAt, "handling.repliedAt replied_at 回复时间 答复时间");
        Add(Field.Reply, "handling.reply reply 办理结果 回复内容 答复内容 回复意见 处理结果");
        Add(Field.ExtendedTo, "handling.extendedTo 延期至");
        Add(Field.FollowUpAt, "handling.followUpAt 回访时间");
        Add(Field.Satisfied, "handling.satisfied 满意度 满意度(五级) 回访结果");
        Add(Field.ClosedAt, "handling.closedAt 办结时间");

        // The strongest identity first: the hash of the caller is taken over it.
        Add(Field.Caller, "callerFields caller 求助号码 来电号码 联系电话 手机号码 手机号 手机 电话 联系方式 诉求人电话 信访人电话 身份证号 身份证号码 证件号码 user_id uid openid user 账号 用户ID email 邮箱 微信号 nickname 昵称 用户名 作者 author 求助人员 求助人 诉求人 信访人 投诉人 举报人 留言人 网民 联系人 姓名 name 住址 家庭住址");
        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
