// TestPaymentProvider: payments without money, for demonstrations, rehearsals and tests (--test-payments).
#pragma once

#include "server/payment/payment_provider.h"
#include "sync/base/ports.h"

#include <memory>
#include <unordered_map>

namespace parterre {

// "test" is captured at once, "test-decline" is declined, "test-slow" is pending and captured after `slowAfter`.
// Forgets everything with the process; an unfinished "test-slow" has then taken no money.
class TestPaymentProvider : public PaymentProvider
{
public:
    // `scheduler` outlives the provider.
    explicit TestPaymentProvider(Scheduler& scheduler, Milliseconds slowAfter = Milliseconds(3'000));
    ~TestPaymentProvider() override;

    bool accepts(std::string_view method) const override;
    void capture(const PaymentRequest& request, Completion<Payment> done) override;
    void refund(OrderId order, Completion<void> done) override;
    void onSettled(Settled listener) override { m_settled = std::move(listener); }

private:
    enum class Stage : std::uint8_t { Captured, Declined, Pending, Refunded };
    struct Attempt
    {
        PaymentRequest request;
        Stage stage = Stage::Captured;
    };

    Result<Payment> answerOf(const Attempt& attempt) const;
    void later(Milliseconds delay, std::function<void()> work);
    void settle(OrderId order);

    Scheduler& m_scheduler;
    Milliseconds m_slowAfter;
    Settled m_settled;
    std::unordered_map<OrderId, Attempt> m_attempts;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); // timers that outlive us look here first
};

} // namespace parterre
