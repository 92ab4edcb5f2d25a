// Nobody keeps seats without buying them: what ran out or was given back too often is for others first, and when it
// comes back nobody knows.
#include "tests/support/api_rig.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t night = 1;
constexpr std::uint64_t brief = 2; // a hold lasts a second

QByteArray seatsBody(const QByteArray& labels)
{
    return R"({"seats":[)" + labels + R"(]})";
}

QByteArray signInAs(const QByteArray& name)
{
    return R"({"name":")" + name + R"(","password":"wrong"})";
}

} // namespace

class SquattingTest : public QObject
{
    Q_OBJECT

    ApiRig m_rig;

    HttpReply holdAs(const QByteArray& token, std::uint64_t event, const QByteArray& labels, const QByteArray& key = {})
    {
        HttpHeaders headers = token.isEmpty() ? HttpHeaders() : bearer(token);
        if (!key.isEmpty())
            headers.emplace_back("Idempotency-Key", key);
        return m_rig.http.post(eventPath(event) + "/holds", seatsBody(labels), headers);
    }
    QChar state(std::uint64_t event, int seat)
    {
        return m_rig.http.get(eventPath(event) + "/seats").text("states").at(seat);
    }
    void giveBack(const HttpReply& held, const QByteArray& token)
    {
        QCOMPARE(m_rig.http.call("DELETE", "/api/v1/holds/" + held.text("hold").toLatin1(), {}, bearer(token)).status,
                 204);
    }

private Q_SLOTS:
    void initTestCase()
    {
        VenueEvent short_{brief};
        short_.holds.duration = Milliseconds(1'000);
        QVERIFY(m_rig.start({VenueEvent{night}, short_}, {}, "releaseJitterMs=60000\ntrustedProxies=127.0.0.1\n"));
    }
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void whatRanOutIsForOthersFirst()
    {
        const HttpReply held = holdAs({}, brief, "\"Stalls/1/1\",\"Stalls/1/2\"");
        const QByteArray token = held.header("Parterre-Session");
        QTRY_COMPARE_WITH_TIMEOUT(state(brief, 0), u'f', 15'000);
        const HttpReply again = holdAs(token, brief, "\"Stalls/1/2\",\"Stalls/1/3\"");
        QCOMPARE(again.status, 429);
        QVERIFY(again.body.contains("you had these seats before"));
        QVERIFY2(again.header("Retry-After").toInt() > 500, again.head);
        QCOMPARE(holdAs(token, brief, "\"Stalls/1/3\"").status, 201); // other seats
        const HttpReply best =
            m_rig.http.post(eventPath(brief) + "/holds", R"({"best":{"quantity":2}})", bearer(token));
        QVERIFY2(best.status == 201 && !best.body.contains("Stalls/1/1\"") && !best.body.contains("Stalls/1/2\""),
                 best.body);
        QCOMPARE(holdAs({}, brief, "\"Stalls/1/1\",\"Stalls/1/2\"").status, 201); // somebody else
    }

    void whatIsGivenBackComesBackLater()
    {
        const HttpReply held = holdAs({}, night, "\"Stalls/1/1\"");
        const QByteArray token = held.header("Parterre-Session");
        giveBack(held, token);
        const QByteArray path = "/api/v1/holds/" + held.text("hold").toLatin1();
        QCOMPARE(m_rig.http.get(path, bearer(token)).status, 410); // over for its owner
        // With a minute to draw from it is there at once in one of sixty thousand cases.
        QCOMPARE(state(night, 0), u'h');
        QCOMPARE(holdAs({}, night, "\"Stalls/1/1\"").code(), QByteArray("seat_taken"));
        // Whoever changes their mind keeps the time they had.
        const HttpReply changed = holdAs(token, night, "\"Stalls/1/1\",\"Stalls/1/2\"");
        QCOMPARE(changed.status, 201);
        QCOMPARE(changed.text("expires_at"), held.text("expires_at"));
    }

    void mindsChangeOnlyTwice()
    {
        QByteArray token;
        for (int i = 0; i < 3; ++i) {
            const HttpReply held = holdAs(token, night, "\"Stalls/2/1\"");
            QVERIFY2(held.status == 201, held.body);
            if (token.isEmpty())
                token = held.header("Parterre-Session");
            giveBack(held, token);
        }
        QCOMPARE(holdAs(token, night, "\"Stalls/2/1\"").status, 429);
    }

    void twelveHoldsInTenMinutes()
    {
        QByteArray token;
        QByteArray last; // hold
        const auto labelOf = [](int row, int seat) {
            return "\"Stalls/" + QByteArray::number(row) + '/' + QByteArray::number(seat) + '"';
        };
        const auto placeSix = [&](int row) {
            for (int seat = 1; seat <= 6; ++seat) {
                const QByteArray key = "the one of seat number " + QByteArray::number(seat);
                const HttpReply held = holdAs(token, brief, labelOf(row, seat),
                                              QByteArray(key).replace(' ', '-') + QByteArray::number(row));
                QVERIFY2(held.status == 201, held.body);
                last = held.text("hold").toLatin1();
                if (token.isEmpty())
                    token = held.header("Parterre-Session");
            }
        };
        placeSix(2);
        // Six at a time: these have to run out first.
        QTRY_VERIFY_WITH_TIMEOUT(!m_rig.http.get(eventPath(brief) + "/seats").text("states").contains(u'h'), 15'000);
        placeSix(3);
        QTRY_VERIFY_WITH_TIMEOUT(!m_rig.http.get(eventPath(brief) + "/seats").text("states").contains(u'h'), 15'000);
        const HttpReply thirteenth = holdAs(token, brief, "\"Stalls/1/5\"");
        QCOMPARE(thirteenth.status, 429);
        QVERIFY(!thirteenth.body.contains("you had these seats"));
        // The answer to the twelfth was lost: who asks again hears it, and neither the limit nor the bar is in the way.
        const HttpReply again = holdAs(token, brief, labelOf(3, 6), "the-one-of-seat-number-63");
        QVERIFY2(again.status == 201, again.body);
        QCOMPARE(again.text("hold").toLatin1(), last);
    }

    void limitsCountTheAskerBehindTheProxy()
    {
        const auto signIn = [&](const QByteArray& from, const QByteArray& name) {
            return m_rig.http
                .post("/api/v1/staff/sessions", signInAs(name), {{"X-Forwarded-For", "203.0.113.99, " + from}})
                .status;
        };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(signIn("198.51.100.1", "nobody" + QByteArray::number(i)), 401);
        QCOMPARE(signIn("198.51.100.1", "nobody5"), 429);
        QCOMPARE(signIn("198.51.100.2", "nobody6"), 401);
    }
};

QTEST_GUILESS_MAIN(SquattingTest)
#include "squatting_test.moc"
