// TestPaymentProvider: payments without money, for demonstrations, rehearsals and tests (--test-payments).
#pragma once

#include "server/payment/test_bank.h"
#include "sync/base/ports.h"

#include <memory>
#include <unordered_map>

namespace parterre {

// "test" is captured at once, "test-decline" is declined, "test-slow" is pending and captured after `slowAfter`;
// "test-hosted" sends the payer to the page of the bank, where there is one, and waits for the bank's notice.
// Forgets everything with the process; an unfinished "test-slow" has then taken no money.
class TestPaymentProvider : public PaymentProvider
{
public:
    // `scheduler` and `bank` outlive the provider.
    explicit TestPaymentProvider(Scheduler& scheduler, Milliseconds slowAfter = Milliseconds(3'000),
                                 TestBank* bank = nullptr);
    ~TestPaymentProvider() override;

    bool accepts(std::string_view method) const override;
    void capture(const PaymentRequest& request, Completion<Payment> done) override;
    void refund(OrderId order, Completion<void> done) override;
    void giveBack(const Refund& refund, Completion<void> done) override;
    Result<void> hear(std::string_view signature, const QByteArray& body, Instant now) override;
    void onSettled(Settled listener) override { m_settled = std::move(listener); }

private:
    enum class Stage : std::uint8_t { Captured, Declined, Pending, Refunded };
    struct Attempt
    {
        PaymentRequest request;
        Stage stage = Stage::Captured;
        std::string page;              // of the bank
        std::string reference;         // the bank's
        std::vector<Refund> givenBack; // parts
    };

    Result<void> takeBack(const Refund& refund);
    Result<Payment> answerOf(const Attempt& attempt) const;
    void later(Milliseconds delay, std::function<void()> work);
    void settle(OrderId order);

    Scheduler& m_scheduler;
    Milliseconds m_slowAfter;
    TestBank* m_bank;
    Settled m_settled;
    std::unordered_map<OrderId, Attempt> m_attempts;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); // timers that outlive us look here first
};

} // namespace parterre
