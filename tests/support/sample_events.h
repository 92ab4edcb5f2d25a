// Sample events: a small venue ready to sell, ids and orders made to measure, and a log that decides and applies.
#pragma once

#include "sync/domain/apply.h"
#include "sync/domain/decide.h"
#include "tests/support/plan_from_text.h"

#include <initializer_list>
#include <iterator>
#include <string_view>

namespace parterre::testing {

// 2026-11-24 18:00 UTC: the moment most samples begin at.
inline constexpr Instant sampleNow{1'795'543'200'000};

// A readable id: the number in the last eight bytes, big-endian, so that ids sort as the numbers do. Never null.
template <typename Id>
Id idOf(std::uint64_t number)
{
    Id id;
    id.bytes[0] = 1;
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}

// Stalls of 3 × 10 seats at area A (wheelchair place and companion at the end of row 3), Circle of 2 × 8 at area B with
// an aisle, and a standing Floor of 50 at area C. 46 seats.
inline SeatPlanPtr samplePlan()
{
    return planFromText(
        {"# Stalls", "AAAAAAAAAA", "AAAAAAAAAA", "AAAAAAAAa>", "# Circle", "BBBB__BBBB", "BBBB__BBBB", "@ Floor C 50"});
}

// Two price types, Normal and Reduced. Area i costs 50.00 − i · 10.00; Reduced is half. On sale, in one week.
inline EventTerms sampleTerms(const SeatPlan& plan)
{
    EventTerms terms;
    terms.event = idOf<EventId>(1);
    terms.plan = idOf<PlanId>(1);
    terms.title = "A Sample Night";
    terms.venue = "Sample House";
    terms.startsAt = sampleNow + std::chrono::hours(24 * 7);
    terms.priceTypes = {"Normal", "Reduced"};
    for (std::size_t area = 0; area < plan.priceAreas().size(); ++area) {
        const std::int64_t price = 5'000 - 1'000 * static_cast<std::int64_t>(area % 5);
        terms.prices.push_back(price);
        terms.prices.push_back(price / 2);
    }
    return terms;
}

// The canonical places of these labels ("Stalls/1/4") and units.
inline Places placesNamed(const SeatPlan& plan, std::initializer_list<std::string_view> labels,
                          std::vector<StandingUnits> standing = {})
{
    Places places{{}, std::move(standing)};
    for (const std::string_view label : labels)
        places.seats.push_back(plan.seatByLabel(label).value());
    return canonicalPlaces(plan, std::move(places)).value();
}

// An order of exactly these places at one price type, priced by the terms and paid in full. The tickets' serials are
// derived from the order's id.
inline Order orderFor(const SeatPlan& plan, const EventTerms& terms, const Places& places, OrderId id,
                      PriceTypeIndex type = {})
{
    Order order;
    order.id = id;
    const auto add = [&](Ticket ticket, PriceAreaIndex area) {
        ticket.serial = TicketSerial{id.bytes};
        ticket.serial.bytes[1] = static_cast<std::uint8_t>(0x80 | (order.tickets.size() >> 8));
        ticket.serial.bytes[2] = static_cast<std::uint8_t>(order.tickets.size());
        ticket.priceType = type;
        ticket.priceMinor = priceOf(terms, area, type).value().minor;
        order.tender.paidMinor += ticket.priceMinor;
        order.tickets.push_back(ticket);
    };
    for (const SeatIndex seat : places.seats) {
        Ticket ticket;
        ticket.seat = seat;
        add(ticket, plan.seat(seat).priceArea);
    }
    for (const StandingUnits& units : places.standing)
        for (std::uint32_t i = 0; i < units.count; ++i) {
            Ticket ticket;
            ticket.standing = units.area;
            add(ticket, plan.standing()[units.area.value].priceArea);
        }
    return order;
}

// A decision in a word, to compare with: "0 entries", "2 entries", … or the wire name of the refusal.
inline const char* said(const Result<std::vector<EntryBody>>& decision)
{
    static constexpr const char* counts[] = {"0 entries", "1 entry", "2 entries", "3 entries", "4 entries"};
    if (!decision)
        return wireName(decision.error().code).data();
    return decision->size() < std::size(counts) ? counts[decision->size()] : "many entries";
}

// An event with its log: every command that is carried out is applied at once.
class SampleEvent
{
public:
    explicit SampleEvent(SeatPlanPtr plan = samplePlan()) : SampleEvent(plan, sampleTerms(*plan)) {}
    SampleEvent(const SeatPlanPtr& plan, EventTerms terms) : m_state(plan)
    {
        PARTERRE_REQUIRE(run(CreateEvent{std::move(terms)}).ok());
    }

    // What decide() says at `now`; its entries are applied.
    Result<std::vector<EntryBody>> run(const Command& command)
    {
        Result<std::vector<EntryBody>> decision = decide(m_state, command, now);
        if (decision)
            for (const EntryBody& body : *decision)
                append(body);
        return decision;
    }

    // The same for a command that cannot be refused here.
    std::vector<EntryBody> must(const Command& command) { return run(command).value(); }

    void append(EntryBody body)
    {
        LogEntry entry{m_state.seq() + 1, now, {}, std::move(body)};
        apply(m_state, entry);
        m_log.push_back(std::move(entry));
    }

    const EventState& state() const { return m_state; }
    const SeatPlan& plan() const { return m_state.plan(); }
    const EventTerms& terms() const { return m_state.terms(); }
    const std::vector<LogEntry>& log() const { return m_log; }
    const SeatSlot& seat(std::string_view label) const { return m_state.seat(plan().seatByLabel(label).value()); }
    Places places(std::initializer_list<std::string_view> labels, std::vector<StandingUnits> standing = {}) const
    {
        return placesNamed(plan(), labels, std::move(standing));
    }
    Order orderOf(const Places& places, std::uint64_t number, PriceTypeIndex type = {}) const
    {
        return orderFor(plan(), terms(), places, idOf<OrderId>(number), type);
    }

    Instant now = sampleNow;

private:
    EventState m_state;
    std::vector<LogEntry> m_log;
};

// An event that is open and on sale, nothing taken yet.
inline EventState sampleState()
{
    return SampleEvent().state();
}

} // namespace parterre::testing
