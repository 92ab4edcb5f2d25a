// Paying for a hold: protect the seats, take the money, make the order; every way out leaves money and seats agreeing.
#include "server/api/fan_sales.h"
#include "server/api/refund_desk.h"

#include "sync/wire/signing.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr int maxPaymentsPerHold = 5;
constexpr Milliseconds tryAgainAfter{500};
constexpr int maxTries = 120; // a minute
constexpr Milliseconds leftOpenGrace{30'000};

// Serials come from the order id, so that a repeated checkout composes the very same tickets.
TicketSerial serialOf(OrderId order, std::uint32_t index)
{
    std::array<std::uint8_t, 20> text{};
    std::copy(order.bytes.begin(), order.bytes.end(), text.begin());
    for (int i = 0; i < 4; ++i)
        text[16 + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(index >> (24 - 8 * i));
    return TicketSerial{blake2b128(text.data(), text.size())};
}

std::optional<PriceTypeIndex> typeByName(const EventTerms& terms, const std::string& name)
{
    for (std::uint16_t i = 0; i < terms.priceTypes.size(); ++i)
        if (terms.priceTypes[i] == name)
            return PriceTypeIndex{i};
    return std::nullopt;
}

// The first type this area is sold at, unless the fan chose one for this place.
Result<PriceTypeIndex> typeFor(const EventTerms& terms, PriceAreaIndex area, const std::string& place,
                               std::uint32_t nth, const CheckoutForm& form)
{
    if (const std::string* chosen = chosenType(form.priceTypes, place, nth)) {
        if (const auto type = typeByName(terms, *chosen))
            return *type;
        return Error{ErrorCode::NotPriced, *chosen};
    }
    for (std::uint16_t i = 0; i < terms.priceTypes.size(); ++i)
        if (priceOf(terms, area, PriceTypeIndex{i}).ok())
            return PriceTypeIndex{i};
    return Error{ErrorCode::NotPriced, place};
}

} // namespace

Result<Order> FanSales::composeOrder(const EventMirror& mirror, const Hold& hold, const CheckoutForm& form,
                                     OrderId id) const
{
    const auto& terms = mirror.state().terms();
    const auto& plan = mirror.plan();
    Order order;
    order.id = id;
    order.channel = Channel::Fan;
    order.buyer = {form.name, form.email};
    order.soldAt = m_context.clock.now();
    const auto add = [&](PriceAreaIndex area, const std::string& place, std::uint32_t nth,
                         Ticket ticket) -> Result<void> {
        const auto type = typeFor(terms, area, place, nth, form);
        if (!type.ok())
            return type.error();
        const auto price = priceOf(terms, area, *type);
        if (!price.ok())
            return price.error();
        ticket.serial = serialOf(id, static_cast<std::uint32_t>(order.tickets.size()));
        ticket.priceType = *type;
        ticket.priceMinor = price->minor;
        order.tender.paidMinor += price->minor;
        order.tickets.push_back(std::move(ticket));
        return {};
    };
    for (const SeatIndex seat : hold.places.seats) {
        Ticket ticket;
        ticket.seat = seat;
        if (auto added = add(plan.seat(seat).priceArea, plan.label(seat), 0, ticket); !added.ok())
            return added.error();
    }
    for (const auto& units : hold.places.standing) {
        const auto& area = plan.standing()[units.area.value];
        for (std::uint32_t i = 0; i < units.count; ++i) {
            Ticket ticket;
            ticket.standing = units.area;
            if (auto added = add(area.priceArea, area.name, i, ticket); !added.ok())
                return added.error();
        }
    }
    order.tender.method = order.tender.paidMinor == 0 ? TenderMethod::Free : TenderMethod::Test;
    return order;
}

void FanSales::checkout(HolderId holder, HoldId holdId, CheckoutForm form, std::optional<IdempotencyKey> key,
                        Completion<CheckoutDone> done)
{
    // The order's id comes from the key, so a repeat meets the order it made.
    const OrderId id = key ? OrderId{key->key} : randomId<OrderId>(m_context.random);
    const auto view = find(holder, holdId);
    if (!view.ok())
        return answerRepeat(holder, holdId, id, key, view.error(), std::move(done));
    if (!m_context.payments || !m_context.payments->accepts(form.method))
        return done(Error{ErrorCode::Malformed, "payment.method"});
    KnownHold* known = m_known.find(holdId);
    if (known && known->payments >= maxPaymentsPerHold)
        return done(Error{ErrorCode::LimitExceeded, "tries to pay for these places"});
    const EventMirror* mirror = m_context.mirrors.find(view->event);
    auto order = composeOrder(*mirror, view->hold, form, id);
    if (!order.ok())
        return done(order.error());
    if (known)
        ++known->payments;
    startPayment({view->event, holdId, holder, std::move(*order), form.method, std::move(done)}, key);
}

// The hold is history; after a restart nobody remembers what became of it. But the order its key made is in the log, so
// a fan whose answer got lost hears it; the arbiter compares what is asked with what was asked first.
void FanSales::answerRepeat(HolderId holder, HoldId hold, OrderId order, std::optional<IdempotencyKey> key,
                            const Error& gone, Completion<CheckoutDone> done)
{
    for (const EventMirror* mirror : m_context.mirrors.all()) {
        if (!key || !mirror->order(order))
            continue;
        m_context.arbiter.submit(request(mirror->event(), StartPayment{hold, holder, order}, key), m_context.thread,
                                 [order, done = std::move(done)](Result<CommandDone> first) {
                                     if (!first.ok())
                                         return done(first.error());
                                     done(CheckoutDone{order, PaymentProgress::Captured, {}});
                                 });
        return;
    }
    done(gone);
}

void FanSales::startPayment(Attempt attempt, std::optional<IdempotencyKey> key)
{
    const EventId event = attempt.event;
    const StartPayment start{attempt.hold, attempt.holder, attempt.order.id};
    m_context.arbiter.submit(request(event, start, key), m_context.thread,
                             [this, attempt = std::move(attempt)](Result<CommandDone> started) mutable {
                                 // A full disk, or a lost answer asked for once more, is no new try to pay.
                                 KnownHold* known = m_known.find(attempt.hold);
                                 if (known && (!started.ok() || started->replayed))
                                     --known->payments;
                                 if (!started.ok())
                                     return attempt.done(started.error());
                                 const EventMirror* mirror = m_context.mirrors.find(attempt.event);
                                 if (mirror->order(attempt.order.id))
                                     return attempt.done(CheckoutDone{attempt.order.id, PaymentProgress::Captured, {}});
                                 // The first try with this key was declined; its answer stands.
                                 const Hold* hold = mirror->state().hold(attempt.hold);
                                 if (started->replayed && (!hold || hold->paying != attempt.order.id))
                                     return attempt.done(Error{ErrorCode::PaymentDeclined, {}});
                                 if (const auto asked = m_pending.find(attempt.order.id);
                                     asked != m_pending.end() && asked->second.done) { // pressed twice: one answer
                                     asked->second.done =
                                         [first = std::move(asked->second.done),
                                          second = std::move(attempt.done)](const Result<CheckoutDone>& done) {
                                             first(done);
                                             second(done);
                                         };
                                     return;
                                 }
                                 if (isPending(attempt.order.id))
                                     return attempt.done(CheckoutDone{attempt.order.id, PaymentProgress::Pending,
                                                                      paymentPage(attempt.order.id)});
                                 capture(std::move(attempt));
                             });
}

void FanSales::capture(Attempt attempt)
{
    const auto& terms = m_context.mirrors.find(attempt.event)->state().terms();
    const Money amount{attempt.order.tender.paidMinor, terms.currency};
    if (amount.minor == 0)
        return paid(std::move(attempt), Payment{});
    const std::string id = attempt.order.id.toString();
    const PaymentRequest request{attempt.order.id, amount, attempt.method,
                                 "/orders/" + id + "?key=" + m_context.orderKeys.keyOf(attempt.order.id),
                                 "/holds/" + attempt.hold.toString() + "?declined=1"};
    // Known before the provider is asked: its word may come before its answer.
    const OrderId order = attempt.order.id;
    PARTERRE_REQUIRE(m_pending.emplace(order, std::move(attempt)).second);
    m_context.payments->capture(request, [this, order](const Result<Payment>& payment) {
        const auto found = m_pending.find(order);
        if (found == m_pending.end())
            return; // settled meanwhile, and answered with that
        if (payment.ok() && payment->state == PaymentState::Pending) {
            found->second.page = payment->redirectUrl;
            std::exchange(found->second.done,
                          nullptr)(CheckoutDone{order, PaymentProgress::Pending, payment->redirectUrl});
            return;
        }
        auto node = m_pending.extract(found);
        payment.ok() ? paid(std::move(node.mapped()), *payment) : declined(std::move(node.mapped()), payment.error());
    });
}

std::string FanSales::paymentPage(OrderId order) const
{
    const auto found = m_pending.find(order);
    return found == m_pending.end() ? std::string() : found->second.page;
}

void FanSales::settled(OrderId order, Result<Payment> payment)
{
    auto node = m_pending.extract(order);
    if (node.empty())
        return payment.ok() ? giveBackUnknown(order) : void();
    // Whoever asks meanwhile hears "pending", and so it is until there is an order or there will be none. `asker` is
    // null when it went away with that.
    m_settling.insert(order);
    node.mapped().done = [this, order, asker = std::move(node.mapped().done)](Result<CheckoutDone> done) {
        m_settling.erase(order);
        if (asker)
            asker(std::move(done));
    };
    payment.ok() ? paid(std::move(node.mapped()), *payment) : declined(std::move(node.mapped()), payment.error());
}

// Money for an order that nobody here is waiting for: asked for before a restart, and its seats went their own way.
void FanSales::giveBackUnknown(OrderId order)
{
    const auto mirrors = m_context.mirrors.all();
    const bool isSold = std::any_of(mirrors.begin(), mirrors.end(),
                                    [&](const EventMirror* mirror) { return mirror->order(order) != nullptr; });
    if (isSold || isPending(order))
        return;
    m_context.payments->refund(order, [this, order](const Result<void>& refunded) {
        if (!refunded.ok())
            (void)leaveRefundToPeople(m_context, order, 0, refunded.error());
    });
}

void FanSales::paid(Attempt attempt, Payment payment)
{
    attempt.order.tender.reference = payment.reference;
    const EventId event = attempt.event;
    const SellHold sell{attempt.hold, attempt.holder, attempt.order};
    submitSurely(event, sell, [this, attempt = std::move(attempt)](Result<CommandDone> sold) mutable {
        if (!sold.ok()) {
            // Captured, but the seats are not to be had any more: the money goes back.
            if (attempt.order.tender.paidMinor == 0)
                return declined(std::move(attempt), sold.error());
            return giveBack(std::move(attempt), sold.error(), 0);
        }
        if (KnownHold* known = m_known.find(attempt.hold))
            known->order = attempt.order.id;
        attempt.done(CheckoutDone{attempt.order.id, PaymentProgress::Captured, {}});
    });
}

void FanSales::giveBack(Attempt attempt, Error why, int tries)
{
    const OrderId order = attempt.order.id;
    m_context.payments->refund(order, [this, attempt = std::move(attempt), why, tries](Result<void> refunded) mutable {
        if (!refunded.ok() && tries >= maxTries)
            (void)leaveRefundToPeople(m_context, attempt.order.id, attempt.order.tender.paidMinor, refunded.error());
        if (refunded.ok() || tries >= maxTries)
            return declined(std::move(attempt), why);
        m_context.scheduler.after(tryAgainAfter, [this, attempt = std::move(attempt), why, tries]() mutable {
            giveBack(std::move(attempt), why, tries + 1);
        });
    });
}

void FanSales::declined(Attempt attempt, Error why)
{
    const EventId event = attempt.event;
    submitSurely(event, FailPayment{attempt.hold, attempt.order.id},
                 [this, hold = attempt.hold, done = std::move(attempt.done), why](Result<CommandDone>) {
                     noteEnd(hold);
                     done(why);
                 });
}

void FanSales::submitSurely(EventId event, Command command, Completion<CommandDone> done, int tries)
{
    CommandRequest once = request(event, command);
    m_context.arbiter.submit(
        std::move(once), m_context.thread,
        [this, event, command = std::move(command), done = std::move(done), tries](Result<CommandDone> answer) mutable {
            const bool worldInTheWay = !answer.ok() && (answer.error().code == ErrorCode::Overloaded ||
                                                        answer.error().code == ErrorCode::Storage ||
                                                        answer.error().code == ErrorCode::Unavailable);
            if (!worldInTheWay || tries >= maxTries)
                return done(std::move(answer));
            m_context.scheduler.after(
                tryAgainAfter, [this, event, command = std::move(command), done = std::move(done), tries]() mutable {
                    submitSurely(event, std::move(command), std::move(done), tries + 1);
                });
        });
}

void FanSales::failPaymentsLeftOpen()
{
    for (const EventMirror* mirror : m_context.mirrors.all()) {
        for (const auto& [id, hold] : mirror->state().holds()) {
            if (!hold.paying)
                continue;
            m_context.scheduler.after(leftOpenGrace, [this, mirror, id = id, order = *hold.paying] {
                const Hold* now = mirror->state().hold(id);
                if (now && now->paying == order && !isPending(order))
                    submitSurely(mirror->event(), FailPayment{id, order}, [](Result<CommandDone>) {});
            });
        }
    }
}

} // namespace parterre
