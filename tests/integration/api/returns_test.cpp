// Money goes back the way it came: for tickets a fan gives back, for tickets the box office voids; once, also when the
// server was killed in between.
#include "server/ledger/sql/sql_account_store.h"
#include "tests/support/api_rig.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t lenient = 1; // tickets may be given back until a day before
constexpr std::uint64_t strict = 2;  // never
constexpr std::uint64_t late = 3;    // it was possible, until longer ago than the event is away
const HttpHeaders formType{{"Content-Type", "application/x-www-form-urlencoded"}};

QByteArray seatBody(const QByteArray& labels)
{
    return R"({"seats":[)" + labels + R"(]})";
}

QByteArray payAtTheBank()
{
    return R"({"email":"fan@b.example","payment":{"method":"test-hosted"}})";
}

QByteArray mailText(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray all = file.readAll();
    return QByteArray::fromBase64(all.mid(all.indexOf("\r\n\r\n") + 4));
}

QByteArray twoSeats(int row)
{
    const QByteArray seat = "Stalls/" + QByteArray::number(row);
    return seatBody('"' + seat + "/1\",\"" + seat + "/2\"");
}

} // namespace

class ReturnsTest : public QObject
{
    Q_OBJECT

    struct Bought
    {
        QByteArray path; // of the order's page, with its key
        QByteArray returnPath;
        QByteArray bank;
        std::vector<QByteArray> serials;
        QByteArray api;
    };

    Bought buy(std::uint64_t event, int row)
    {
        const FanHold hold = m_rig.hold(event, twoSeats(row));
        const HttpReply paying = m_rig.http.post(hold.path() + "/checkout", payAtTheBank(), hold.headers());
        Bought bought;
        const QByteArray order = paying.text("order").toLatin1();
        const QByteArray access = "?key=" + paying.text("key").toLatin1();
        bought.bank = paying.json()[u"payment"_s][u"redirect_url"_s].toString().toLatin1();
        bought.path = "/orders/" + order + access;
        bought.returnPath = "/orders/" + order + "/return" + access;
        bought.api = "/api/v1/orders/" + order + access;
        (void)m_rig.http.post(bought.bank, "choice=pay", formType);
        [&] { QTRY_COMPARE(m_rig.http.get(bought.api).text("state"), u"paid"_s); }();
        for (const auto& ticket : m_rig.http.get(bought.api).json()[u"tickets"_s].toArray())
            bought.serials.push_back(ticket[u"serial"_s].toString().toLatin1());
        return bought;
    }
    HttpReply giveBack(const Bought& bought, const std::vector<QByteArray>& serials, const QByteArray& once)
    {
        QByteArray form = "sure=yes&once=" + once;
        for (const QByteArray& serial : serials)
            form += "&ticket=" + serial;
        return m_rig.http.post(bought.returnPath, form, formType);
    }
    int validTickets(const Bought& bought)
    {
        int valid = 0;
        for (const auto& ticket : m_rig.http.get(bought.api).json()[u"tickets"_s].toArray())
            valid += ticket[u"valid"_s].toBool() ? 1 : 0;
        return valid;
    }
    bool bankSays(const Bought& bought, const QByteArray& text)
    {
        return m_rig.http.get(bought.bank).body.contains(text);
    }

    ApiRig m_rig;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_rig.start({VenueEvent{lenient}, VenueEvent{strict}, VenueEvent{late}}));
        auto accounts = SqlAccountStore::open(m_rig.server.data());
        QVERIFY(accounts.ok());
        // What the command line writes, beside the running server.
        const auto set = [&](std::uint64_t event, const QString& hours) {
            return m_rig.server
                .run({u"event"_s, u"returns"_s, QString::fromLatin1("http://x/events/" + idText(event)), hours})
                .status;
        };
        QCOMPARE(set(lenient, u"24"_s), 0);
        QCOMPARE(set(strict, u"24"_s), 0);
        QCOMPARE(set(strict, u"never"_s), 0);
        QCOMPARE(set(late, u"9999"_s), 0);
        QCOMPARE(set(late, u"soon"_s), 1);
        QCOMPARE(m_rig.server.run({u"event"_s, u"returns"_s, u"nothing"_s, u"3"_s}).status, 1);
    }
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void oneOfTwoTickets()
    {
        const Bought bought = buy(lenient, 1);
        QVERIFY(m_rig.http.get(bought.path).body.contains(bought.returnPath));
        QVERIFY(m_rig.http.get(bought.returnPath).body.contains(bought.serials[1]));
        QCOMPARE(giveBack(bought, {bought.serials[0]}, "a").header("Location"), bought.path + "&returned=1");
        QCOMPARE(validTickets(bought), 1);
        QCOMPARE(m_rig.http.get(eventPath(lenient) + "/seats").text("states").at(0), u'f');
        QTRY_VERIFY(bankSays(bought, "Given back so far: €50.00"));
        // Pressed twice, and sent once more by another form.
        QCOMPARE(giveBack(bought, {bought.serials[0]}, "a").status, 303);
        QCOMPARE(giveBack(bought, {bought.serials[0]}, "b").status, 303);
        QVERIFY(bankSays(bought, "Given back so far: €50.00"));
        QCOMPARE(giveBack(bought, {bought.serials[1]}, "c").status, 303);
        QTRY_VERIFY(bankSays(bought, "This payment was given back."));
        QVERIFY(!m_rig.http.get(bought.path).body.contains(bought.returnPath));
        QCOMPARE(m_rig.http.get(bought.returnPath).status, 422);
    }

    void writesToTheFan()
    {
        const Bought bought = buy(lenient, 1);
        const QDir box(m_rig.server.file(u"mail"_s));
        const QString order = QString::fromLatin1(bought.path.mid(8, 32));
        const auto mails = [&] { return box.entryList({order + u"-*.eml"_s}, QDir::Files, QDir::Name); };
        QTRY_COMPARE(mails().size(), 1);
        const QByteArray sold = mailText(box.filePath(mails()[0]));
        QVERIFY2(sold.contains("Danke. Sie haben 2 Karten gekauft:") && sold.contains("You have bought 2 tickets:"),
                 sold);
        const QByteArray link = "http://127.0.0.1:" + QByteArray::number(m_rig.server.port()) + bought.path;
        QVERIFY2(sold.contains(link + "\r\n"), sold);
        QCOMPARE(giveBack(bought, {bought.serials[0]}, "a").status, 303);
        QTRY_COMPARE(mails().size(), 2);
        const QStringList both = mails();
        const QByteArray back = mailText(box.filePath(both[0])) + mailText(box.filePath(both[1]));
        QVERIFY2(back.contains("1 ticket of your order was given back") && back.contains("€50.00 goes back"), back);
    }

    void onlyWhereAndWhileItIsAllowed()
    {
        for (const std::uint64_t event : {strict, late}) {
            const Bought bought = buy(event, 1);
            QVERIFY(!m_rig.http.get(bought.path).body.contains("/return"));
            QCOMPARE(m_rig.http.get(bought.returnPath).status, 422);
            QCOMPARE(giveBack(bought, bought.serials, "a").status, 422);
            QCOMPARE(validTickets(bought), 2);
        }
    }

    void onlyOwnTickets()
    {
        const Bought bought = buy(lenient, 2);
        const Bought other = buy(lenient, 3);
        QCOMPARE(giveBack(bought, {other.serials[0]}, "a").status, 422);
        QCOMPARE(giveBack(bought, {bought.serials[0], "nonsense"}, "b").status, 422);
        Bought wrongKey = bought;
        wrongKey.returnPath.chop(1);
        QCOMPARE(giveBack(wrongKey, bought.serials, "c").status, 404);
        QCOMPARE(validTickets(bought), 2);
        QCOMPARE(validTickets(other), 2);
        const HttpReply foreign = m_rig.http.post(bought.returnPath, "ticket=" + bought.serials[0],
                                                  {formType[0], {"Origin", "https://evil.example"}});
        QCOMPARE(foreign.status, 403);
        QCOMPARE(giveBack(bought, {}, "d").status, 400);
        const HttpReply asked = m_rig.http.post(bought.returnPath, "once=e&ticket=" + bought.serials[0], formType);
        QCOMPARE(asked.status, 200); // nothing is done before the fan has said it twice
        QVERIFY(asked.body.contains("name=\"sure\""));
        QCOMPARE(validTickets(bought), 2);
    }
};

QTEST_GUILESS_MAIN(ReturnsTest)
#include "returns_test.moc"
