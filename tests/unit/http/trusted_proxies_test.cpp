// Who is the asker behind a proxy: only what our own proxies wrote counts.
#include "server/http/trusted_proxies.h"

#include <QTest>

using namespace parterre;
using http::TrustedProxies;

class TrustedProxiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("trusted");
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("asker");
        QTest::newRow("nobody is trusted") << ""
                                           << "10.0.0.1"
                                           << "203.0.113.9"
                                           << "10.0.0.1";
        QTest::newRow("no header") << "10.0.0.1"
                                   << "10.0.0.1"
                                   << ""
                                   << "10.0.0.1";
        QTest::newRow("one proxy") << "10.0.0.1"
                                   << "10.0.0.1"
                                   << "203.0.113.9"
                                   << "203.0.113.9";
        QTest::newRow("made up before it") << "10.0.0.1"
                                           << "10.0.0.1"
                                           << "198.51.100.7, 203.0.113.9"
                                           << "203.0.113.9";
        QTest::newRow("two proxies") << "10.0.0.0/8"
                                     << "10.0.0.1"
                                     << "1.2.3.4,203.0.113.9 ,10.9.9.9"
                                     << "203.0.113.9";
        QTest::newRow("only proxies") << "10.0.0.0/8"
                                      << "10.0.0.1"
                                      << "10.0.0.3, 10.0.0.2"
                                      << "10.0.0.3";
        QTest::newRow("rubbish") << "10.0.0.1"
                                 << "10.0.0.1"
                                 << "203.0.113.9, <script>"
                                 << "10.0.0.1";
        QTest::newRow("nothing between commas") << "10.0.0.1"
                                                << "10.0.0.1"
                                                << "203.0.113.9,,"
                                                << "10.0.0.1";
        QTest::newRow("not from a proxy") << "10.0.0.1"
                                          << "10.0.0.2"
                                          << "203.0.113.9"
                                          << "10.0.0.2";
        QTest::newRow("IPv6") << "fd00::/8"
                              << "fd00::1"
                              << "2001:db8::7"
                              << "2001:db8::7";
        QTest::newRow("mapped") << "10.0.0.1"
                                << "10.0.0.1"
                                << "::ffff:203.0.113.9"
                                << "203.0.113.9";
        QTest::newRow("a list") << "192.0.2.1, 10.0.0.1"
                                << "10.0.0.1"
                                << "203.0.113.9"
                                << "203.0.113.9";
    }
    void finds()
    {
        QFETCH(QString, trusted);
        QFETCH(QString, peer);
        QFETCH(QString, header);
        QFETCH(QString, asker);
        const auto proxies = TrustedProxies::parse(trusted.toStdString());
        QVERIFY(proxies.ok());
        QCOMPARE(proxies->askerOf(QHostAddress(peer), header.toStdString()).toString(), asker);
    }

    void namesWhatIsNoAddress()
    {
        const auto bad = TrustedProxies::parse("10.0.0.1, proxy.example");
        QCOMPARE(bad.error().code, ErrorCode::Malformed);
        QVERIFY(bad.error().detail.find("proxy.example") != std::string::npos);
        QVERIFY(!TrustedProxies::parse("10.0.0.0/99").ok());
    }
};

QTEST_GUILESS_MAIN(TrustedProxiesTest)
#include "trusted_proxies_test.moc"
