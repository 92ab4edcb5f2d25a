// A payment at the bank's page, from both sides: what the payer presses, what the shop hears, and how often.
#include "server/payment/test_payment_provider.h"
#include "tests/support/keyed_bytes.h"
#include "tests/support/virtual_time.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

const Instant noon{1'795'543'200'000};
constexpr Milliseconds slowAfter{3'000};

struct Heard
{
    QByteArray body;
    std::string signature;
};

// Shop and bank on one virtual clock. The line carries a notice unless it is down.
struct Rig
{
    VirtualTime time{noon};
    KeyedBytes random{1};
    TestBank bank{time, time, random, Bytes32{1, 2, 3}, slowAfter};
    TestPaymentProvider provider{time, slowAfter, &bank};
    bool lineIsUp = true;
    std::vector<Heard> notices; // that got through
    std::vector<Result<Payment>> ends;

    Rig()
    {
        provider.onSettled([this](OrderId, Result<Payment> payment) { ends.push_back(std::move(payment)); });
        bank.onNotice([this](const QByteArray& body, const std::string& signature, Completion<void> done) {
            if (!lineIsUp)
                return done(Error{ErrorCode::Unavailable, {}});
            notices.push_back({body, signature});
            done(provider.hear(signature, body, time.now()));
        });
    }
    static PaymentRequest request()
    {
        PaymentRequest request;
        request.order.bytes.fill(7);
        request.amount = {4'550, Currency{}};
        request.method = "test-hosted";
        request.paidUrl = "/paid";
        request.declinedUrl = "/declined";
        return request;
    }
    Result<Payment> capture()
    {
        std::optional<Result<Payment>> answer;
        provider.capture(request(), [&](Result<Payment> payment) { answer = std::move(payment); });
        time.runFor(Milliseconds(0));
        return answer.value_or(Error{ErrorCode::Timeout, {}});
    }
    // The name in the page's path.
    std::string open() { return capture()->redirectUrl.substr(5); }
};

} // namespace

class TestBankTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsThePayerAway()
    {
        Rig rig;
        const Result<Payment> payment = rig.capture();
        QVERIFY(payment.ok() && payment->state == PaymentState::Pending);
        QVERIFY(payment->redirectUrl.starts_with("/pay/") && payment->redirectUrl.size() > 25);
        QCOMPARE(rig.capture()->redirectUrl, payment->redirectUrl);
        QVERIFY(rig.notices.empty());
    }

    void paysOnce()
    {
        Rig rig;
        const std::string page = rig.open();
        QCOMPARE(rig.bank.choose(page, PayerChoice::Pay), std::string("/paid"));
        QCOMPARE(rig.bank.choose(page, PayerChoice::Decline), std::string("/paid")); // too late to change
        QCOMPARE(rig.ends.size(), std::size_t(1));
        QVERIFY(rig.ends[0].ok() && rig.ends[0]->state == PaymentState::Captured);
        QVERIFY(rig.ends[0]->reference.starts_with("bank-"));
        // The same notice again, and the answer to the same checkout.
        QVERIFY(rig.provider.hear(rig.notices[0].signature, rig.notices[0].body, rig.time.now()).ok());
        QCOMPARE(rig.ends.size(), std::size_t(1));
        QVERIFY(rig.capture()->state == PaymentState::Captured);
    }

    void declines()
    {
        Rig rig;
        QCOMPARE(rig.bank.choose(rig.open(), PayerChoice::Decline), std::string("/declined"));
        QCOMPARE(rig.ends.at(0).error().code, ErrorCode::PaymentDeclined);
        QCOMPARE(rig.capture().error().code, ErrorCode::PaymentDeclined);
    }

    void takesItsTime()
    {
        Rig rig;
        QCOMPARE(rig.bank.choose(rig.open(), PayerChoice::PaySlowly), std::string("/paid"));
        rig.time.runFor(slowAfter - Milliseconds(1));
        QVERIFY(rig.ends.empty());
        rig.time.runFor(Milliseconds(1));
        QVERIFY(rig.ends.at(0).ok());
    }

    void aPageNobodyUsesIsDeclined()
    {
        Rig rig;
        (void)rig.open();
        rig.time.runFor(TestBank::openFor);
        QCOMPARE(rig.ends.at(0).error().code, ErrorCode::PaymentDeclined);
    }

    void repeatsUntilTheNoticeIsTaken()
    {
        Rig rig;
        const std::string page = rig.open();
        rig.lineIsUp = false;
        (void)rig.bank.choose(page, PayerChoice::Pay);
        rig.time.runFor(Milliseconds(10 * 60'000));
        QVERIFY(rig.ends.empty());
        rig.lineIsUp = true;
        rig.time.runFor(Milliseconds(60'000)); // signed anew each time: not too old
        QCOMPARE(rig.ends.size(), std::size_t(1));
        rig.time.runFor(Milliseconds(10 * 60'000));
        QCOMPARE(rig.notices.size(), std::size_t(1));
    }

    void doesNotBelieveAnotherAmount()
    {
        Rig rig;
        (void)rig.open();
        PaymentNotice notice{"x", NoticeKind::Captured, Rig::request().order, {1, Currency{}}, "x"};
        const auto send = [&](const Bytes32& secret) {
            const QByteArray body = encodeNotice(notice);
            return rig.provider.hear(signNotice(secret, noon, body), body, noon).error().code;
        };
        QCOMPARE(send(rig.bank.secret()), ErrorCode::AmountMismatch);
        QCOMPARE(send(Bytes32{}), ErrorCode::BadSignature);
        notice.order.bytes.fill(8);
        QCOMPARE(send(rig.bank.secret()), ErrorCode::NotFound);
        QVERIFY(rig.ends.empty());
    }

    void givesBackWhatWasPaid()
    {
        Rig rig;
        const std::string page = rig.open();
        (void)rig.bank.choose(page, PayerChoice::Pay);
        std::optional<Result<void>> refunded;
        rig.provider.refund(Rig::request().order, [&](Result<void> done) { refunded = done; });
        rig.time.runFor(Milliseconds(0));
        QVERIFY(refunded && refunded->ok());
        QVERIFY(rig.bank.find(page)->stage == TestBank::Stage::Refunded);
    }

    void aRefundEndsAnOpenPayment()
    {
        Rig rig;
        const std::string page = rig.open();
        rig.provider.refund(Rig::request().order, [](Result<void>) {});
        QCOMPARE(rig.bank.choose(page, PayerChoice::Pay), std::string("/declined"));
        QVERIFY(rig.ends.size() == 1 && !rig.ends[0].ok());
    }
};

QTEST_GUILESS_MAIN(TestBankTest)
#include "test_bank_test.moc"
