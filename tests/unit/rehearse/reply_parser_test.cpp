// Answers in every way they come: at once, byte by byte, with a length, in chunks, until the end.
#include "server/rehearse/reply_parser.h"

#include <QTest>

using namespace parterre::rehearsal;
using Progress = ReplyParser::Progress;

class ReplyParserTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understands_data();
    void understands();
    void leavesTheNextAnswerAlone();
    void anEndWithoutALengthIsAnEnd();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void findsMembersOfJson();
};

void ReplyParserTest::understands_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepsAlive");
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") << 200
                            << QByteArray("hello") << true;
    QTest::newRow("closes") << QByteArray("HTTP/1.1 503 Busy\r\nconnection: Close\r\nRETRY-AFTER: 7\r\n"
                                          "content-length: 2\r\n\r\n{}")
                            << 503 << QByteArray("{}") << false;
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray() << true;
    QTest::newRow("not modified") << QByteArray("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n") << 304
                                  << QByteArray() << true;
    QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nhel\r\n2\r\nlo"
                                          "\r\n0\r\nSome: trailer\r\n\r\n")
                            << 200 << QByteArray("hello") << true;
    QTest::newRow("after 100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n"
                                             "Content-Length: 0\r\n\r\n")
                               << 201 << QByteArray() << true;
    QTest::newRow("old") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx") << 200 << QByteArray("x")
                         << false;
}

void ReplyParserTest::understands()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, keepsAlive);
    for (const qsizetype step : {bytes.size(), qsizetype(1), qsizetype(7)}) {
        ReplyParser parser;
        parser.reset(true);
        Progress progress = Progress::NeedMore;
        for (qsizetype at = 0; at < bytes.size(); at += step) {
            QCOMPARE(progress, Progress::NeedMore);
            const QByteArray part = bytes.mid(at, step);
            std::string_view data(part.constData(), static_cast<std::size_t>(part.size()));
            progress = parser.feed(data);
            QVERIFY(data.empty());
        }
        QCOMPARE(progress, Progress::Done);
        const Reply reply = parser.reply();
        QCOMPARE(reply.status, status);
        QCOMPARE(QByteArray(reply.body.data(), static_cast<qsizetype>(reply.body.size())), body);
        QCOMPARE(parser.keepsAlive(), keepsAlive);
        QCOMPARE(reply.retryAfter, status == 503 ? 7 : 0);
    }
}

void ReplyParserTest::leavesTheNextAnswerAlone()
{
    ReplyParser parser;
    parser.reset(false);
    std::string_view data("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nParterre-Session: tok\r\n\r\nabcHTTP/1.1");
    QCOMPARE(parser.feed(data), Progress::Done);
    QCOMPARE(data, std::string_view("HTTP/1.1"));
    QCOMPARE(parser.reply().session, std::string_view("tok"));
    QCOMPARE(parser.reply().body, std::string_view()); // thrown away, but counted
    QCOMPARE(parser.bodyBytes(), 3U);
}

void ReplyParserTest::anEndWithoutALengthIsAnEnd()
{
    ReplyParser parser;
    parser.reset(true);
    std::string_view data("HTTP/1.1 200 OK\r\n\r\nall of it");
    QCOMPARE(parser.feed(data), Progress::NeedMore);
    QCOMPARE(parser.end(), Progress::Done);
    QCOMPARE(parser.reply().body, std::string_view("all of it"));
    parser.reset(true);
    std::string_view half("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
    QCOMPARE(parser.feed(half), Progress::NeedMore);
    QCOMPARE(parser.end(), Progress::Broken);
}

void ReplyParserTest::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n");
    QTest::newRow("no status") << QByteArray("HTTP/1.1 abc\r\n\r\n");
    QTest::newRow("a length that is none") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n");
    QTest::newRow("a chunk that is none") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
    QTest::newRow("a head without end") << QByteArray("HTTP/1.1 200 OK\r\n") + QByteArray(70'000, 'a');
}

void ReplyParserTest::refusesWhatIsNoAnswer()
{
    QFETCH(QByteArray, bytes);
    ReplyParser parser;
    parser.reset(true);
    std::string_view data(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    QCOMPARE(parser.feed(data), Progress::Broken);
}

void ReplyParserTest::findsMembersOfJson()
{
    constexpr std::string_view json = R"({"xhold":"no","hold":"yes","total": {"amount":4550,"currency":"EUR"}})";
    QCOMPARE(textMember(json, "hold"), std::string_view("yes"));
    QCOMPARE(numberMember(json, "amount"), 4550);
    QCOMPARE(textMember(json, "currency"), std::string_view("EUR"));
    QCOMPARE(textMember(json, "amount"), std::string_view()); // no text
    QCOMPARE(numberMember(json, "nothing", 7), 7);
    constexpr std::string_view cut = "{\"hold\":\"cut off";
    QCOMPARE(textMember(cut, "hold"), std::string_view());
}

QTEST_GUILESS_MAIN(ReplyParserTest)
#include "reply_parser_test.moc"
