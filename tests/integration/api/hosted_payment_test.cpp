// Paying at a page of the bank: the payer goes away and comes back, the bank tells us by signed notices over HTTP.
#include "tests/support/api_rig.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t night = 1;
constexpr std::uint64_t hurried = 2; // a payment protects its seats for a second only
const HttpHeaders formType{{"Content-Type", "application/x-www-form-urlencoded"}};

QByteArray payBy(const char* method)
{
    return R"({"email":"fan@b.example","payment":{"method":")" + QByteArray(method) + R"("}})";
}

QByteArray seatBody(const QByteArray& label)
{
    return R"({"seats":[")" + label + R"("]})";
}

QByteArray noticeOf(const QByteArray& order)
{
    return R"({"id":"x","type":"payment.captured","order":")" + order +
           R"(","amount":{"amount":5000,"currency":"EUR"},"reference":"x"})";
}

} // namespace

class HostedPaymentTest : public QObject
{
    Q_OBJECT

    struct Paying
    {
        FanHold hold;
        QByteArray order;
        QByteArray key;
        QByteArray page; // of the bank
    };

    Paying begin(std::uint64_t event, const QByteArray& seat)
    {
        Paying paying;
        paying.hold = m_rig.hold(event, seatBody(seat));
        const HttpReply answer =
            m_rig.http.post(paying.hold.path() + "/checkout", payBy("test-hosted"), paying.hold.headers());
        const QJsonObject payment = answer.json()[u"payment"_s].toObject();
        if (payment[u"state"_s].toString() == u"pending"_s)
            paying.page = payment[u"redirect_url"_s].toString().toLatin1();
        paying.order = answer.text("order").toLatin1();
        paying.key = answer.text("key").toLatin1();
        return paying;
    }
    // Where the bank sends the browser then.
    QByteArray choose(const Paying& paying, const QByteArray& choice)
    {
        return m_rig.http.post(paying.page, "choice=" + choice, formType).header("Location");
    }
    QString stateOf(const Paying& paying)
    {
        return m_rig.http.get("/api/v1/orders/" + paying.order + "?key=" + paying.key).text("state");
    }
    int seatState(std::uint64_t event, int seat)
    {
        return m_rig.http.get(eventPath(event) + "/seats").text("states").at(seat).unicode();
    }

    ApiRig m_rig;

private Q_SLOTS:
    void initTestCase()
    {
        VenueEvent soon{hurried};
        soon.holds.duration = Milliseconds(1'000);
        soon.holds.paymentCap = Milliseconds(1'000);
        soon.holds.afterDecline = Milliseconds(1'000);
        QVERIFY(m_rig.start({VenueEvent{night}, soon}));
    }
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void paid()
    {
        const Paying paying = begin(night, "Stalls/1/1");
        QVERIFY(paying.page.startsWith("/pay/"));
        QVERIFY(m_rig.http.get(paying.page).body.contains("50.00"));
        QCOMPARE(stateOf(paying), u"payment_pending"_s);
        QCOMPARE(choose(paying, "pay"), "/orders/" + paying.order + "?key=" + paying.key);
        QTRY_COMPARE(stateOf(paying), u"paid"_s);
        QCOMPARE(choose(paying, "decline"), "/orders/" + paying.order + "?key=" + paying.key);
        QCOMPARE(stateOf(paying), u"paid"_s);
    }

    // Between the bank's word and the commit there is neither a payment nor an order; nobody may see that.
    void isNeverNeither()
    {
        for (int seat = 1; seat <= 8; ++seat) {
            const Paying paying = begin(night, "Stalls/2/" + QByteArray::number(seat));
            (void)choose(paying, "pay");
            QString state;
            while (state != u"paid"_s) {
                state = stateOf(paying);
                QVERIFY2(state == u"paid"_s || state == u"payment_pending"_s, qPrintable(state));
            }
        }
    }

    void declinedKeepsTheSeats()
    {
        const Paying paying = begin(night, "Stalls/1/2");
        QCOMPARE(choose(paying, "decline"), "/holds/" + paying.hold.id + "?declined=1");
        QTRY_COMPARE(m_rig.http.get(paying.hold.path(), paying.hold.headers()).text("state"), u"held"_s);
        const HttpReply again = m_rig.http.post(paying.hold.path() + "/checkout", payBy("test"), paying.hold.headers());
        QCOMPARE(again.status, 201);
    }

    void theBankTakesItsTime()
    {
        const Paying paying = begin(night, "Stalls/1/3");
        QCOMPARE(choose(paying, "slow"), "/orders/" + paying.order + "?key=" + paying.key);
        QCOMPARE(stateOf(paying), u"payment_pending"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(paying), u"paid"_s, 15'000);
    }

    // The payer dawdles until the seats are no longer protected, then pays: theirs if nobody else has them.
    void lateAndStillFree()
    {
        const Paying paying = begin(hurried, "Stalls/1/1");
        QTRY_COMPARE_WITH_TIMEOUT(seatState(hurried, 0), int('f'), 15'000);
        (void)choose(paying, "pay");
        QTRY_COMPARE(stateOf(paying), u"paid"_s);
        QCOMPARE(seatState(hurried, 0), int('x'));
    }

    void lateAndGone()
    {
        const Paying paying = begin(hurried, "Stalls/1/2");
        QTRY_COMPARE_WITH_TIMEOUT(seatState(hurried, 1), int('f'), 15'000);
        const FanHold other = m_rig.hold(hurried, seatBody("Stalls/1/2"));
        QCOMPARE(m_rig.http.post(other.path() + "/checkout", payBy("test"), other.headers()).status, 201);
        (void)choose(paying, "pay");
        // The bank has given the money back, and there is no order.
        QTRY_VERIFY(m_rig.http.get(paying.page).body.contains("given back"));
        QCOMPARE(m_rig.http.get("/api/v1/orders/" + paying.order + "?key=" + paying.key).status, 404);
    }

    void forgedNoticesAreRefused()
    {
        const Paying paying = begin(night, "Stalls/1/4");
        const QByteArray notice = noticeOf(paying.order);
        const auto send = [&](const QByteArray& signature) {
            return m_rig.http.post("/api/v1/payments/notices", notice, {{"Parterre-Payment-Signature", signature}});
        };
        QCOMPARE(send({}).code(), QByteArray("bad_signature"));
        QCOMPARE(send("t=1,v1=" + QByteArray(64, '0')).code(), QByteArray("bad_signature"));
        QCOMPARE(stateOf(paying), u"payment_pending"_s);
        QCOMPARE(m_rig.http.post("/api/v1/payments/notices", QByteArray(17 * 1024, ' ')).status, 413);
        QCOMPARE(m_rig.http.get("/pay/nobody").status, 404);
        QCOMPARE(m_rig.http.post(paying.page, "choice=steal", formType).status, 400);
        QCOMPARE(m_rig.http.post(paying.page, "", formType).status, 400);
    }
};

QTEST_GUILESS_MAIN(HostedPaymentTest)
#include "hosted_payment_test.moc"
