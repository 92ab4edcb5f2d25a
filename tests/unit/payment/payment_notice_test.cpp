// Notices of a payment provider: what they say survives the way, and nothing forged, altered or old is believed.
#include "server/payment/payment_notice.h"

#include <QTest>

using namespace parterre;

namespace {

const Instant noon{1'795'543'200'000};

Bytes32 secretOf(std::uint8_t byte)
{
    Bytes32 secret;
    secret.fill(byte);
    return secret;
}

PaymentNotice sample()
{
    PaymentNotice notice;
    notice.id = "bank-1-captured";
    notice.order.bytes.fill(7);
    notice.amount = {4'550, Currency{}};
    notice.reference = "bank-1";
    return notice;
}

} // namespace

class PaymentNoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesTheWay()
    {
        PaymentNotice notice = sample();
        QVERIFY(*decodeNotice(encodeNotice(notice)) == notice);
        notice.kind = NoticeKind::Declined;
        QVERIFY(*decodeNotice(encodeNotice(notice)) == notice);
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray good = encodeNotice(sample());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << good.chopped(1);
        QTest::newRow("another type") << QByteArray(good).replace("payment.captured", "payment.disputed");
        QTest::newRow("amount as text") << QByteArray(good).replace("4550", "\"4550\"");
        QTest::newRow("no order") << QByteArray(good).replace("\"order\"", "\"odor\"");
        QTest::newRow("order of nobody") << QByteArray(good).replace("070707", "zzzzzz");
        QTest::newRow("a long id") << QByteArray(good).replace("bank-1-captured", QByteArray(101, 'x'));
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(decodeNotice(body).error().code, ErrorCode::Malformed);
    }

    void believesTheSignatureOnly()
    {
        const QByteArray body = encodeNotice(sample());
        const std::string signature = signNotice(secretOf(1), noon, body);
        QVERIFY(checkNotice(secretOf(1), signature, body, noon).ok());
        QVERIFY(checkNotice(secretOf(1), signature, body, noon + noticeTolerance).ok());
        QVERIFY(checkNotice(secretOf(1), signature, body, noon - noticeTolerance).ok());
        QVERIFY(!checkNotice(secretOf(1), signature, body, noon + noticeTolerance + Milliseconds(1'000)).ok());
        QVERIFY(!checkNotice(secretOf(1), signature, body, noon - noticeTolerance - Milliseconds(1'000)).ok());
        QVERIFY(!checkNotice(secretOf(2), signature, body, noon).ok());
        QVERIFY(!checkNotice(secretOf(1), signature, QByteArray(body).replace("4550", "4551"), noon).ok());
    }

    void everyAlteredSignatureIsRefused()
    {
        const QByteArray body = encodeNotice(sample());
        const std::string signature = signNotice(secretOf(1), noon, body);
        for (std::size_t i = 0; i < signature.size(); ++i) {
            std::string altered = signature;
            altered[i] = altered[i] == '0' ? '1' : '0';
            QVERIFY2(!checkNotice(secretOf(1), altered, body, noon).ok(), altered.c_str());
            QVERIFY(!checkNotice(secretOf(1), signature.substr(0, i), body, noon).ok());
        }
        for (const char* bad : {"", "t=", "t=,v1=", "v1=00,t=1", "t=99999999999999999999,v1=00"})
            QVERIFY(!checkNotice(secretOf(1), bad, body, noon).ok());
    }
};

QTEST_GUILESS_MAIN(PaymentNoticeTest)
#include "payment_notice_test.moc"
