// JSON and signature of a notice.
#include "server/payment/payment_notice.h"

#include "sync/wire/api_json.h"
#include "sync/wire/signing.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <charconv>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr std::string_view captured = "payment.captured";
constexpr std::string_view declined = "payment.declined";

QByteArray macOf(const Bytes32& secret, std::string_view seconds, const QByteArray& body)
{
    QMessageAuthenticationCode mac(
        QCryptographicHash::Sha256,
        QByteArray::fromRawData(reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size())));
    mac.addData(seconds.data(), static_cast<qsizetype>(seconds.size()));
    mac.addData(".");
    mac.addData(body);
    return mac.result().toHex();
}

} // namespace

QByteArray encodeNotice(const PaymentNotice& notice)
{
    const std::string_view type = notice.kind == NoticeKind::Captured ? captured : declined;
    const QJsonObject object{{u"id"_s, QString::fromStdString(notice.id)},
                             {u"type"_s, QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()))},
                             {u"order"_s, QString::fromStdString(notice.order.toString())},
                             {u"amount"_s, moneyToJson(notice.amount)},
                             {u"reference"_s, QString::fromStdString(notice.reference)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<PaymentNotice> decodeNotice(const QByteArray& body)
{
    JsonBody json(body);
    auto fields = json.fields();
    PaymentNotice notice;
    notice.id = fields.text("id", 100);
    const std::string type = fields.text("type", 50);
    const auto order = OrderId::fromString(fields.text("order", 64));
    notice.amount = moneyFromJson(fields.object("amount"));
    notice.reference = fields.text("reference", 100);
    if (!json.ok())
        return json.error();
    if (type != captured && type != declined)
        return Error{ErrorCode::Malformed, "type: expected payment.captured or payment.declined"};
    if (!order || order->isNull())
        return Error{ErrorCode::Malformed, "order: expected an id"};
    notice.kind = type == captured ? NoticeKind::Captured : NoticeKind::Declined;
    notice.order = *order;
    return notice;
}

std::string signNotice(const Bytes32& secret, Instant at, const QByteArray& body)
{
    const std::string seconds = std::to_string(at.ms / 1000);
    return "t=" + seconds + ",v1=" + macOf(secret, seconds, body).toStdString();
}

Result<void> checkNotice(const Bytes32& secret, std::string_view signature, const QByteArray& body, Instant now)
{
    constexpr std::string_view stamp = "t=";
    constexpr std::string_view version = ",v1=";
    const Error no{ErrorCode::BadSignature, "notice"};
    const std::size_t comma = signature.find(version);
    if (!signature.starts_with(stamp) || comma == std::string_view::npos)
        return no;
    const std::string_view seconds = signature.substr(stamp.size(), comma - stamp.size());
    const std::string_view sent = signature.substr(comma + version.size());
    std::int64_t at = 0;
    const auto parsed = std::from_chars(seconds.data(), seconds.data() + seconds.size(), at);
    if (parsed.ec != std::errc() || parsed.ptr != seconds.data() + seconds.size())
        return no;
    const QByteArray expected = macOf(secret, seconds, body);
    if (sent.size() != static_cast<std::size_t>(expected.size()) ||
        !equalConstantTime(sent.data(), expected.constData(), sent.size()))
        return no;
    const std::int64_t apart = now.ms / 1000 - at; // seconds
    if (std::abs(apart) > noticeTolerance.count() / 1000)
        return Error{ErrorCode::BadSignature, "the notice is too old, or the clocks differ"};
    return {};
}

} // namespace parterre
