// The test provider: every method, repeats, refunds, and the end of the provider before the answer.
#include "server/payment/test_payment_provider.h"
#include "tests/support/virtual_time.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

PaymentRequest paymentOf(std::uint8_t order, std::string method, std::int64_t cents = 4'550)
{
    PaymentRequest request;
    request.order.bytes.fill(order);
    request.amount = {cents, Currency{}};
    request.method = std::move(method);
    return request;
}

} // namespace

class TestPaymentProviderTest : public QObject
{
    Q_OBJECT

    VirtualTime m_time{Instant{1'795'543'200'000}};

    Result<Payment> capture(TestPaymentProvider& provider, const PaymentRequest& request)
    {
        std::optional<Result<Payment>> answer;
        provider.capture(request, [&](Result<Payment> payment) { answer = std::move(payment); });
        if (answer)
            qFatal("answered inside the call");
        m_time.runFor(Milliseconds(0));
        return answer.value_or(Error{ErrorCode::Timeout, "no answer"});
    }
    Result<void> refund(TestPaymentProvider& provider, OrderId order)
    {
        std::optional<Result<void>> answer;
        provider.refund(order, [&](Result<void> done) { answer = std::move(done); });
        m_time.runFor(Milliseconds(0));
        return answer.value_or(Error{ErrorCode::Timeout, "no answer"});
    }

private Q_SLOTS:
    void methods()
    {
        TestPaymentProvider provider(m_time);
        QVERIFY(provider.accepts("test") && provider.accepts("test-decline") && provider.accepts("test-slow"));
        QVERIFY(!provider.accepts("cash") && !provider.accepts(""));
        const Result<Payment> captured = capture(provider, paymentOf(1, "test"));
        QVERIFY(captured && captured->state == PaymentState::Captured && !captured->reference.empty());
        QCOMPARE(capture(provider, paymentOf(2, "test-decline")).error().code, ErrorCode::PaymentDeclined);
        QCOMPARE(capture(provider, paymentOf(3, "cash")).error().code, ErrorCode::Malformed);
    }

    void repeatsChargeOnce()
    {
        TestPaymentProvider provider(m_time);
        const Result<Payment> first = capture(provider, paymentOf(1, "test"));
        QVERIFY(*capture(provider, paymentOf(1, "test")) == *first);
        QCOMPARE(capture(provider, paymentOf(1, "test", 1)).error().code, ErrorCode::IdempotencyMismatch);
        QCOMPARE(capture(provider, paymentOf(2, "test-decline")).error().code, ErrorCode::PaymentDeclined);
        QCOMPARE(capture(provider, paymentOf(2, "test-decline")).error().code, ErrorCode::PaymentDeclined);
    }

    void slowIsSettledOnce()
    {
        TestPaymentProvider provider(m_time, Milliseconds(3'000));
        std::vector<std::pair<OrderId, Result<Payment>>> settled;
        provider.onSettled([&](OrderId order, Result<Payment> payment) { settled.emplace_back(order, payment); });
        QCOMPARE(capture(provider, paymentOf(1, "test-slow"))->state, PaymentState::Pending);
        QCOMPARE(capture(provider, paymentOf(1, "test-slow"))->state, PaymentState::Pending);
        m_time.runFor(Milliseconds(2'999));
        QVERIFY(settled.empty());
        m_time.runFor(Milliseconds(10'000));
        QCOMPARE(settled.size(), std::size_t(1));
        QVERIFY(settled[0].first == paymentOf(1, {}).order);
        QVERIFY(settled[0].second && settled[0].second->state == PaymentState::Captured);
        QVERIFY(*capture(provider, paymentOf(1, "test-slow")) == *settled[0].second);
    }

    void refunds()
    {
        TestPaymentProvider provider(m_time);
        std::vector<Result<Payment>> settled;
        provider.onSettled([&](OrderId, Result<Payment> payment) { settled.push_back(payment); });
        QCOMPARE(refund(provider, paymentOf(1, {}).order).error().code, ErrorCode::NotFound);
        QVERIFY(capture(provider, paymentOf(1, "test")));
        QVERIFY(refund(provider, paymentOf(1, {}).order));
        QVERIFY(refund(provider, paymentOf(1, {}).order));
        QCOMPARE(capture(provider, paymentOf(1, "test")).error().code, ErrorCode::PaymentDeclined);
        QVERIFY(!capture(provider, paymentOf(2, "test-decline")));
        QCOMPARE(refund(provider, paymentOf(2, {}).order).error().code, ErrorCode::NotFound);
        QVERIFY(capture(provider, paymentOf(3, "test-slow")));
        QVERIFY(refund(provider, paymentOf(3, {}).order));
        m_time.runFor(Milliseconds(10'000));
        QCOMPARE(settled.size(), std::size_t(1));
        QCOMPARE(settled[0].error().code, ErrorCode::PaymentDeclined);
    }

    void providerThatIsGoneAnswersNobody()
    {
        bool answered = false;
        {
            TestPaymentProvider provider(m_time);
            provider.onSettled([&](OrderId, Result<Payment>) { answered = true; });
            provider.capture(paymentOf(1, "test-slow"), [&](Result<Payment>) { answered = true; });
        }
        m_time.runFor(Milliseconds(10'000));
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(TestPaymentProviderTest)
#include "test_payment_provider_test.moc"
