// TestBank: the other side of a hosted payment, without money: its page asks the payer what shall happen, and it tells
// the shop by signed notices until they are taken. For demonstrations, rehearsals and tests (--test-payments).
#pragma once

#include "server/payment/payment_notice.h"
#include "server/payment/payment_provider.h"
#include "sync/base/ports.h"

#include <memory>
#include <unordered_map>

namespace parterre {

// What the payer presses on the bank's page.
enum class PayerChoice : std::uint8_t { Pay, PaySlowly, Decline };

// Lives on one thread; forgets everything with the process, and has then taken no money.
class TestBank
{
public:
    enum class Stage : std::uint8_t { Open, Deciding, Captured, Declined, Refunded };
    struct Payment
    {
        PaymentRequest request;
        std::string reference;
        Stage stage = Stage::Open;
        Money givenBack{0, request.amount.currency};
    };
    static constexpr Milliseconds openFor{30 * 60'000}; // a page nobody used is declined then

    // `secret` signs the notices. `scheduler`, `clock` and `random` outlive the bank.
    TestBank(Scheduler& scheduler, const Clock& clock, Random& random, const Bytes32& secret, Milliseconds slowAfter);
    ~TestBank();

    const Bytes32& secret() const { return m_secret; }

    // Opens the page of a payment; its path. Again for the same order: the same page.
    std::string open(const PaymentRequest& request);
    const Payment* find(std::string_view page) const; // null: no such page
    // The payer has chosen: where to send their browser. A second choice changes nothing.
    std::string choose(std::string_view page, PayerChoice choice);
    // Gives the money back; a payment still open or being decided is declined instead. NotFound: nothing was captured.
    Result<void> refund(OrderId order);

    // A part of what was captured. NotFound: nothing was.
    Result<void> giveBack(OrderId order, Money part);

    // Carries one notice to the shop; anything but ok is tried again, later and later.
    using Send = std::function<void(const QByteArray& body, const std::string& signature, Completion<void> done)>;
    void onNotice(Send send) { m_send = std::move(send); }

private:
    Payment* of(OrderId order);
    void end(OrderId order, NoticeKind kind);
    void deliver(const PaymentNotice& notice, int tries);
    void later(Milliseconds delay, std::function<void()> work);

    Scheduler& m_scheduler;
    const Clock& m_clock;
    Random& m_random;
    Bytes32 m_secret;
    Milliseconds m_slowAfter;
    Send m_send;
    std::unordered_map<std::string, Payment> m_pages; // by the last part of the path
    std::unordered_map<OrderId, std::string> m_pageOf;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); // timers that outlive us look here first
};

} // namespace parterre
