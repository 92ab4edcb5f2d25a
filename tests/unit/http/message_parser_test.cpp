// However the network cuts the bytes of a request, the same comes of it: also for what is refused.
#include "server/http/message_parser.h"

#include <QTest>

using namespace parterre;
using namespace parterre::http;

namespace {

Limits smallLimits()
{
    Limits limits;
    limits.headerBytes = 400;
    limits.targetBytes = 100;
    return limits;
}

// The status of the refusal, 200 for a whole request, 0 while more is wanted.
int outcome(const QByteArray& bytes, qsizetype piece)
{
    const Limits limits = smallLimits();
    MessageParser parser(limits);
    QByteArray pending;
    for (qsizetype given = 0; given < bytes.size(); given += piece) {
        pending += bytes.mid(given, piece);
        for (;;) {
            std::size_t used = 0;
            const auto progress =
                parser.feed({pending.constData(), static_cast<std::size_t>(pending.size())}, used);
            pending.remove(0, static_cast<qsizetype>(used));
            if (progress == MessageParser::Progress::Failed)
                return parser.problem().status;
            if (progress == MessageParser::Progress::Done)
                return 200;
            if (progress == MessageParser::Progress::NeedMore)
                break;
        }
    }
    return 0;
}

} // namespace

class MessageParserTest : public QObject
{
    Q_OBJECT

    static void row(const char* name, const QByteArray& bytes, int status)
    {
        QTest::newRow(name) << bytes << status;
    }

private Q_SLOTS:
    void cut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray end = "\r\nHost: x\r\n\r\n";
        const QByteArray longTarget = "GET /" + QByteArray(200, 'a');
        row("whole", "GET / HTTP/1.1" + end, 200);
        row("empty lines before it", "\r\n\r\nGET / HTTP/1.1" + end, 200);
        row("longest target", "GET /" + QByteArray(99, 'a') + " HTTP/1.1" + end, 200);
        row("long target", longTarget + " HTTP/1.1" + end, 414);
        row("long target, then nonsense", longTarget + "&&& \x01" + end, 414);
        row("long target, bare line feed", longTarget + " HTTP/1.1\nHost: x\n\n", 414);
        row("bare line feed, then a long line", "GET / HTTP/1.1\n" + QByteArray(200, 'a'), 400);
        row("bare carriage return in a long line", "GET /\r" + QByteArray(200, 'a') + end, 414);
        row("long header", "GET / HTTP/1.1\r\nX: " + QByteArray(500, 'a') + end, 431);
        row("long header, bare line feed", "GET / HTTP/1.1\r\nX: " + QByteArray(500, 'a') + "\n\n", 431);
        row("long header, folded", "GET / HTTP/1.1\r\nX: " + QByteArray(500, 'a') + "\r\n b" + end, 431);
        row("folded, then long", "GET / HTTP/1.1\r\nX: a\r\n b\r\n" + QByteArray(500, 'a') + end, 400);
        row("unfinished", "GET / HTTP/1.1\r\nHost: x\r\n", 0);
    }

    void cut()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        for (qsizetype piece = 1; piece <= bytes.size(); ++piece)
            QCOMPARE(outcome(bytes, piece), status);
    }
};

QTEST_GUILESS_MAIN(MessageParserTest)
#include "message_parser_test.moc"
