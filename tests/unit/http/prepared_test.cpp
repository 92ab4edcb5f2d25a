// What is made once: its compressed form unpacks to the same, its tags tell the forms apart, and "unchanged" is small.
#include "server/http/prepared.h"

#include <QTest>

#include <zlib.h>

using namespace parterre;
using namespace parterre::http;

namespace {

QByteArray unpacked(const QByteArray& packed)
{
    QByteArray out(1'000'000, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int done = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return done == Z_STREAM_END ? out.left(static_cast<qsizetype>(stream.total_out)) : QByteArray("broken");
}

Request asking(std::string_view encoding, std::string_view known = {})
{
    Request request;
    request.headers = {{"accept-encoding", encoding}, {"if-none-match", known}};
    return request;
}

QByteArray tagOf(const Response& response)
{
    const qsizetype at = response.headers.indexOf("ETag: ") + 6;
    return response.headers.mid(at, response.headers.indexOf('\r', at) - at);
}

} // namespace

class PreparedTest : public QObject
{
    Q_OBJECT

    const QByteArray m_text = QByteArray("row after row of seats; ").repeated(300);

private Q_SLOTS:
    void unpacksToTheSame_data()
    {
        QTest::addColumn<QByteArray>("body");
        QByteArray noise;
        for (int i = 0; i < 100'000; ++i)
            noise += static_cast<char>((i * 7919) >> 3);
        QTest::newRow("text") << m_text;
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("noise") << noise;
    }
    void unpacksToTheSame()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(unpacked(gzip(body, Effort::Quick)), body);
        QCOMPARE(unpacked(gzip(body, Effort::Best)), body);
    }

    void accepts_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("none") << "" << false;
        QTest::newRow("browser") << "gzip, deflate, br, zstd" << true;
        QTest::newRow("last") << "br ;q=1, gzip;q=0.5" << true;
        QTest::newRow("refused") << "gzip;q=0, *" << false;
        QTest::newRow("refused finely") << "gzip; q=0.000" << false;
        QTest::newRow("anything") << "*" << true;
        QTest::newRow("anything but") << "*;q=0" << false;
        QTest::newRow("another") << "identity, xgzip" << false;
    }
    void accepts()
    {
        QFETCH(QString, header);
        QFETCH(bool, accepted);
        const std::string text = header.toStdString();
        QCOMPARE(acceptsGzip(asking(text)), accepted);
    }

    void servesWhatIsAskedFor()
    {
        const Prepared prepared("text/plain", {}, m_text, Effort::Best);
        const Response& plain = prepared.answer(asking(""));
        const Response& packed = prepared.answer(asking("gzip"));
        QCOMPARE(plain.body, m_text);
        QCOMPARE(unpacked(packed.body), m_text);
        QVERIFY(packed.body.size() < m_text.size() / 10);
        QVERIFY(packed.headers.contains("Content-Encoding: gzip\r\n") &&
                packed.headers.contains("Vary: Accept-Encoding"));
        QVERIFY(!plain.headers.contains("Content-Encoding") && plain.headers.contains("Vary: Accept-Encoding"));
        QVERIFY(tagOf(plain) != tagOf(packed));
    }

    void saysUnchanged()
    {
        const Prepared prepared("text/plain", "Cache-Control: no-cache\r\n", m_text, Effort::Best);
        for (const char* encoding : {"", "gzip"}) {
            const QByteArray tag = tagOf(prepared.answer(asking(encoding)));
            const Response& again = prepared.answer(asking(encoding, tag.toStdString()));
            QCOMPARE(again.status, 304);
            QVERIFY(again.body.isEmpty() && again.contentType.isEmpty());
            QCOMPARE(tagOf(again), tag);
            QVERIFY(again.headers.contains("Cache-Control") && !again.headers.contains("Content-Encoding"));
        }
        // The tag of the other form is not this one's.
        const QByteArray plainTag = tagOf(prepared.answer(asking("")));
        QCOMPARE(prepared.answer(asking("gzip", plainTag.toStdString())).status, 200);
        const Prepared other("text/plain", {}, m_text + '!', Effort::Best);
        QCOMPARE(other.answer(asking("", plainTag.toStdString())).status, 200);
    }

    void findsTagsInLists()
    {
        QVERIFY(namesTag("\"a\"", "a"));
        QVERIFY(namesTag("W/\"a\"", "a"));
        QVERIFY(namesTag("\"b\" ,  \"a\"", "a"));
        QVERIFY(namesTag("*", "a"));
        QVERIFY(!namesTag("a", "a"));
        QVERIFY(!namesTag("\"ab\"", "a"));
        QVERIFY(!namesTag("", "a"));
    }

    void aSmallBodyIsNotPacked()
    {
        const Prepared prepared("text/plain", {}, "small", Effort::Best);
        QCOMPARE(prepared.answer(asking("gzip")).body, QByteArray("small"));
    }
};

QTEST_GUILESS_MAIN(PreparedTest)
#include "prepared_test.moc"
