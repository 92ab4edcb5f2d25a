// TestPaymentProvider: remembers every attempt by its order; answers through the scheduler, never inside the call.
#include "server/payment/test_payment_provider.h"

namespace parterre {
namespace {

constexpr std::string_view captureAtOnce = "test";
constexpr std::string_view decline = "test-decline";
constexpr std::string_view captureLater = "test-slow";
constexpr std::string_view atTheBank = "test-hosted";

} // namespace

TestPaymentProvider::TestPaymentProvider(Scheduler& scheduler, Milliseconds slowAfter, TestBank* bank)
    : m_scheduler(scheduler), m_slowAfter(slowAfter), m_bank(bank)
{}

TestPaymentProvider::~TestPaymentProvider()
{
    *m_alive = false;
}

bool TestPaymentProvider::accepts(std::string_view method) const
{
    return method == captureAtOnce || method == decline || method == captureLater || (m_bank && method == atTheBank);
}

void TestPaymentProvider::capture(const PaymentRequest& request, Completion<Payment> done)
{
    PARTERRE_REQUIRE(!request.order.isNull() && request.amount.minor > 0);
    const auto answer = [&](Result<Payment> payment) {
        later(Milliseconds(0), [done = std::move(done), payment = std::move(payment)] { done(payment); });
    };
    if (!accepts(request.method))
        return answer(Error{ErrorCode::Malformed, "unknown payment method: " + request.method});
    const auto [at, fresh] = m_attempts.try_emplace(request.order, Attempt{request});
    Attempt& attempt = at->second;
    if (attempt.request != request)
        return answer(Error{ErrorCode::IdempotencyMismatch, "this order was to be paid otherwise"});
    if (fresh && request.method == decline)
        attempt.stage = Stage::Declined;
    if (fresh && request.method == captureLater) {
        attempt.stage = Stage::Pending;
        later(m_slowAfter, [this, order = request.order] { settle(order); });
    }
    if (fresh && request.method == atTheBank) {
        attempt.stage = Stage::Pending;
        attempt.page = m_bank->open(request);
    }
    answer(answerOf(attempt));
}

void TestPaymentProvider::refund(OrderId order, Completion<void> done)
{
    const auto found = m_attempts.find(order);
    Result<void> answer;
    if (found == m_attempts.end() || found->second.stage == Stage::Declined)
        answer = Error{ErrorCode::NotFound, "nothing was captured for this order"};
    else
        found->second.stage = Stage::Refunded; // when pending: settle() finds it so
    if (answer.ok() && !found->second.page.empty())
        answer = m_bank->refund(order);
    later(Milliseconds(0), [done = std::move(done), answer] { done(answer); });
}

void TestPaymentProvider::giveBack(const Refund& refund, Completion<void> done)
{
    PARTERRE_REQUIRE(refund.amount.minor > 0);
    const Result<void> answer = takeBack(refund);
    later(Milliseconds(0), [done = std::move(done), answer] { done(answer); });
}

Result<void> TestPaymentProvider::takeBack(const Refund& refund)
{
    const auto found = m_attempts.find(refund.order);
    if (found == m_attempts.end() || found->second.stage != Stage::Captured)
        return Error{ErrorCode::NotFound, "nothing was captured for this order"};
    Attempt& attempt = found->second;
    std::int64_t left = attempt.request.amount.minor;
    for (const Refund& part : attempt.givenBack) {
        if (part.id == refund.id)
            return {};
        left -= part.amount.minor;
    }
    if (refund.amount.currency != attempt.request.amount.currency || refund.amount.minor > left)
        return Error{ErrorCode::AmountMismatch, "so much is not left of this payment"};
    attempt.givenBack.push_back(refund);
    return attempt.page.empty() ? Result<void>() : m_bank->giveBack(refund.order, refund.amount);
}

Result<Payment> TestPaymentProvider::answerOf(const Attempt& attempt) const
{
    if (attempt.stage == Stage::Declined)
        return Error{ErrorCode::PaymentDeclined, "the test method declines every payment"};
    if (attempt.stage == Stage::Refunded)
        return Error{ErrorCode::PaymentDeclined, "the payment was refunded"};
    const PaymentState state = attempt.stage == Stage::Pending ? PaymentState::Pending : PaymentState::Captured;
    const bool toThePage = state == PaymentState::Pending;
    return Payment{
        state, attempt.reference.empty() ? "test-" + attempt.request.order.toString().substr(0, 12) : attempt.reference,
        toThePage ? attempt.page : std::string()};
}

Result<void> TestPaymentProvider::hear(std::string_view signature, const QByteArray& body, Instant now)
{
    if (!m_bank)
        return Error{ErrorCode::NotFound, "payment"};
    if (const auto checked = checkNotice(m_bank->secret(), signature, body, now); !checked.ok())
        return checked;
    const auto notice = decodeNotice(body);
    if (!notice.ok())
        return notice.error();
    const auto found = m_attempts.find(notice->order);
    if (found == m_attempts.end() || found->second.page.empty())
        return Error{ErrorCode::NotFound, "payment"};
    Attempt& attempt = found->second;
    if (notice->amount != attempt.request.amount)
        return Error{ErrorCode::AmountMismatch, "the notice is about another amount"};
    if (attempt.stage != Stage::Pending && attempt.reference == notice->reference)
        return {}; // heard before
    attempt.reference = notice->reference;
    if (notice->kind == NoticeKind::Declined && attempt.stage == Stage::Pending)
        attempt.stage = Stage::Declined;
    settle(notice->order);
    return {};
}

void TestPaymentProvider::settle(OrderId order)
{
    Attempt& attempt = m_attempts.at(order);
    if (attempt.stage == Stage::Pending)
        attempt.stage = Stage::Captured;
    if (m_settled)
        m_settled(order, answerOf(attempt));
}

void TestPaymentProvider::later(Milliseconds delay, std::function<void()> work)
{
    m_scheduler.after(delay, [alive = m_alive, work = std::move(work)] {
        if (*alive)
            work();
    });
}

} // namespace parterre
