// The bank's pages by their name, and the delivery of its notices.
#include "server/payment/test_bank.h"

#include "sync/wire/signing.h"

namespace parterre {
namespace {

constexpr std::string_view folder = "/pay/";
constexpr Milliseconds firstRetry{1'000};
constexpr Milliseconds lastRetry{60'000};
constexpr int maxTries = 60; // about an hour

} // namespace

TestBank::TestBank(Scheduler& scheduler, const Clock& clock, Random& random, const Bytes32& secret,
                   Milliseconds slowAfter)
    : m_scheduler(scheduler), m_clock(clock), m_random(random), m_secret(secret), m_slowAfter(slowAfter)
{}

TestBank::~TestBank()
{
    *m_alive = false;
}

std::string TestBank::open(const PaymentRequest& request)
{
    const auto known = m_pageOf.find(request.order);
    if (known != m_pageOf.end())
        return std::string(folder) + known->second;
    Bytes16 name{};
    m_random.fill(name.data(), name.size());
    const std::string page = toBase64Url(name.data(), name.size()).toStdString();
    m_pages.emplace(page, Payment{request, "bank-" + request.order.toString().substr(0, 12), Stage::Open});
    m_pageOf.emplace(request.order, page);
    later(openFor, [this, order = request.order] {
        if (of(order)->stage == Stage::Open)
            end(order, NoticeKind::Declined);
    });
    return std::string(folder) + page;
}

const TestBank::Payment* TestBank::find(std::string_view page) const
{
    const auto found = m_pages.find(std::string(page));
    return found == m_pages.end() ? nullptr : &found->second;
}

TestBank::Payment* TestBank::of(OrderId order)
{
    const auto page = m_pageOf.find(order);
    return page == m_pageOf.end() ? nullptr : &m_pages.at(page->second);
}

std::string TestBank::choose(std::string_view page, PayerChoice choice)
{
    Payment& payment = m_pages.at(std::string(page));
    const OrderId order = payment.request.order;
    if (payment.stage == Stage::Open) {
        switch (choice) {
        case PayerChoice::Pay:
            end(order, NoticeKind::Captured);
            break;
        case PayerChoice::Decline:
            end(order, NoticeKind::Declined);
            break;
        case PayerChoice::PaySlowly:
            payment.stage = Stage::Deciding;
            later(m_slowAfter, [this, order] {
                if (of(order)->stage == Stage::Deciding)
                    end(order, NoticeKind::Captured);
            });
            break;
        }
    }
    return payment.stage == Stage::Declined ? payment.request.declinedUrl : payment.request.paidUrl;
}

Result<void> TestBank::refund(OrderId order)
{
    Payment* payment = of(order);
    if (!payment || payment->stage == Stage::Declined)
        return Error{ErrorCode::NotFound, "nothing was captured for this order"};
    if (payment->stage == Stage::Captured)
        payment->stage = Stage::Refunded;
    else if (payment->stage != Stage::Refunded)
        end(order, NoticeKind::Declined);
    return {};
}

Result<void> TestBank::giveBack(OrderId order, Money part)
{
    Payment* payment = of(order);
    if (!payment || payment->stage != Stage::Captured)
        return Error{ErrorCode::NotFound, "nothing was captured for this order"};
    payment->givenBack = payment->givenBack + part;
    if (payment->givenBack == payment->request.amount)
        payment->stage = Stage::Refunded;
    return {};
}

void TestBank::end(OrderId order, NoticeKind kind)
{
    Payment& payment = *of(order);
    payment.stage = kind == NoticeKind::Captured ? Stage::Captured : Stage::Declined;
    deliver({payment.reference + (kind == NoticeKind::Captured ? "-captured" : "-declined"), kind, order,
             payment.request.amount, payment.reference},
            0);
}

void TestBank::deliver(const PaymentNotice& notice, int tries)
{
    if (!m_send)
        return;
    const QByteArray body = encodeNotice(notice);
    m_send(body, signNotice(m_secret, m_clock.now(), body), [this, alive = m_alive, notice, tries](Result<void> taken) {
        if (!*alive || taken.ok() || tries >= maxTries)
            return;
        const Milliseconds wait = std::min(lastRetry, firstRetry * (1 << std::min(tries, 6)));
        later(wait, [this, notice, tries] { deliver(notice, tries + 1); });
    });
}

void TestBank::later(Milliseconds delay, std::function<void()> work)
{
    m_scheduler.after(delay, [alive = m_alive, work = std::move(work)] {
        if (*alive)
            work();
    });
}

} // namespace parterre
