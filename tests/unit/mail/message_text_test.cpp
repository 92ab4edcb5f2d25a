// A mail as text: what is in it comes out again, and nobody writes header lines through it.
#include "server/mail/message_text.h"

#include <QTest>

using namespace parterre;

namespace {

Mail sample()
{
    return {"order-1", "fan@example.org", "Your tickets", "Hello,\nsee you.\n", Instant{1'795'635'000'000}};
}

QByteArray headerOf(const QByteArray& text, const QByteArray& name)
{
    const qsizetype at = text.indexOf(name + ": ") + name.size() + 2;
    qsizetype end = text.indexOf("\r\n", at);
    while (text.mid(end + 2, 1) == " ")
        end = text.indexOf("\r\n", end + 2);
    return text.mid(at, end - at);
}

QString decodedWords(QByteArray words)
{
    QByteArray text;
    for (QByteArray word : words.replace("\r\n ", " ").split(' ')) {
        word = word.mid(10).chopped(2);
        text += QByteArray::fromBase64(word);
    }
    return QString::fromUtf8(text);
}

} // namespace

class MessageTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain()
    {
        const QByteArray text = *messageText(sample(), "tickets@venue.example");
        QCOMPARE(headerOf(text, "From"), QByteArray("<tickets@venue.example>"));
        QCOMPARE(headerOf(text, "To"), QByteArray("<fan@example.org>"));
        QCOMPARE(headerOf(text, "Subject"), QByteArray("Your tickets"));
        QCOMPARE(headerOf(text, "Date"), QByteArray("Wed, 25 Nov 2026 19:30:00 +0000"));
        QCOMPARE(headerOf(text, "Message-ID"), QByteArray("<order-1@venue.example>"));
        const QByteArray body = text.mid(text.indexOf("\r\n\r\n") + 4);
        QCOMPARE(QByteArray::fromBase64(body), QByteArray("Hello,\r\nsee you.\r\n"));
    }

    void otherLetters_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::newRow("short") << QStringLiteral("Ihre Plätze – Großes Haus");
        QTest::newRow("long") << QStringLiteral("Ä").repeated(200);
        QTest::newRow("emoji at the cut") << QStringLiteral("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqr😀😀😀");
        QTest::newRow("looks encoded") << QStringLiteral("=?utf-8?B?QQ==?=");
    }
    void otherLetters()
    {
        QFETCH(QString, subject);
        Mail mail = sample();
        mail.subject = subject.toStdString();
        const QByteArray text = *messageText(mail, "tickets@venue.example");
        const QByteArray header = headerOf(text, "Subject");
        QCOMPARE(decodedWords(header), subject);
        for (const QByteArray& line : text.split('\n'))
            QVERIFY2(line.size() <= 78 + 9, line);
    }

    void nobodyAddsHeaderLines()
    {
        Mail mail = sample();
        mail.subject = "Hi\r\nBcc: everybody@example.org\r\n\r\nbody";
        const QByteArray text = *messageText(mail, "tickets@venue.example");
        QVERIFY(!text.contains("\r\nBcc"));
        for (const char* bad : {"a@b\r\nBcc: c@d", "a@b c", "a@b,c@d", "nobody", "@b", "a@", "<a@b>", ""}) {
            Mail wrong = sample();
            wrong.to = bad;
            QCOMPARE(messageText(wrong, "tickets@venue.example").error().code, ErrorCode::Malformed);
            QCOMPARE(messageText(sample(), bad).error().code, ErrorCode::Malformed);
        }
        for (const char* bad : {"", "../x", "a b", "a\n"}) {
            Mail wrong = sample();
            wrong.id = bad;
            QCOMPARE(messageText(wrong, "tickets@venue.example").error().code, ErrorCode::Malformed);
        }
    }
};

QTEST_GUILESS_MAIN(MessageTextTest)
#include "message_text_test.moc"
