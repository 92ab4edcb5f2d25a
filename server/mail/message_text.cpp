// Nothing of a mail reaches a header line unescaped.
#include "server/mail/message_text.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype bodyLine = 76;
constexpr qsizetype wordBytes = 45; // of text in one encoded word: 60 characters of base64 and 12 around them

bool isId(const std::string& text)
{
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

bool isPlain(const QByteArray& text)
{
    return text.size() <= bodyLine &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; }) && !text.contains("=?");
}

QByteArray headerText(const std::string& utf8)
{
    const QByteArray text = QString::fromStdString(utf8).simplified().toUtf8();
    if (isPlain(text))
        return text;
    QByteArray words;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = std::min(at + wordBytes, text.size());
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            --end;
        words += (words.isEmpty() ? "=?utf-8?B?" : "\r\n =?utf-8?B?") + text.mid(at, end - at).toBase64() + "?=";
        at = end;
    }
    return words;
}

QByteArray inLines(const QByteArray& base64)
{
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += bodyLine)
        lines += base64.mid(at, bodyLine) + "\r\n";
    return lines;
}

} // namespace

bool isAddress(const std::string& text)
{
    const std::size_t at = text.find('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() && text.size() <= 254 &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) > 0x20 && c != 0x7f && c != '<' && c != '>' && c != ',' && c != ';';
           });
}

Result<QByteArray> messageText(const Mail& mail, const std::string& from)
{
    if (!isAddress(mail.to) || !isAddress(from))
        return Error{ErrorCode::Malformed, "mail address"};
    if (!isId(mail.id))
        return Error{ErrorCode::Malformed, "mail id"};
    const QByteArray domain = QByteArray::fromStdString(from.substr(from.find('@')));
    QByteArray text;
    const auto add = [&text](const char* name, const QByteArray& value) { text += name + (": " + value) + "\r\n"; };
    add("From", '<' + QByteArray::fromStdString(from) + '>');
    add("To", '<' + QByteArray::fromStdString(mail.to) + '>');
    add("Subject", headerText(mail.subject));
    add("Date", QLocale::c()
                    .toString(QDateTime::fromMSecsSinceEpoch(mail.at.ms, QTimeZone::utc()),
                              u"ddd, d MMM yyyy HH:mm:ss '+0000'"_s)
                    .toLatin1());
    add("Message-ID", '<' + QByteArray::fromStdString(mail.id) + domain + '>');
    add("MIME-Version", "1.0");
    add("Content-Type", "text/plain; charset=utf-8");
    add("Content-Transfer-Encoding", "base64");
    add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
    QByteArray body = QByteArray::fromStdString(mail.text);
    return text + "\r\n" + inLines(body.replace("\n", "\r\n").toBase64());
}

} // namespace parterre
