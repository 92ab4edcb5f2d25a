// An evening made up for the sheets: line reports, cases, questions, a manager's overview.
#pragma once

#include "sync/counter/admin_types.h"
#include "sync/counter/counter_types.h"
#include "tests/support/sample_events.h"
#include "ui/desk/question_page.h"

namespace parterre::testing {

// 2026-11-27 18:42 UTC, 19:42 in Berlin; the evening begins at 20:00.
inline constexpr Instant eveningNow{1'795'804'920'000};

inline EventTerms sampleEvening(const SeatPlan& plan)
{
    EventTerms terms = sampleTerms(plan);
    terms.title = "The Winter's Tale";
    terms.venue = "Playhouse";
    terms.startsAt = Instant{1'795'806'000'000};
    return terms;
}

// A busy house; off line what is not this counter's own is stale, and what seems free is sold provisionally.
inline std::vector<SeatView> eveningViews(const SeatPlan& plan, bool offLine)
{
    std::vector<SeatView> views(plan.seatCount());
    std::uint32_t chance = 12345;
    for (std::uint32_t i = 0; i < views.size(); ++i) {
        chance = chance * 1664525 + 1013904223;
        const std::uint32_t draw = chance >> 20; // 0 … 4095
        SeatView& view = views[i];
        view.reserve = (i / 14) % 5 == 0;
        if ((i / 9) % 3 == 0 && draw < 3300)
            view.mark = SeatMark::Sold;
        else if (draw < 180)
            view.mark = SeatMark::Held;
        else if (draw < 300)
            view.mark = SeatMark::Reserved;
        else if (draw < 400)
            view.mark = SeatMark::Blocked;
        else if ((i / 30) % 11 == 4)
            view.mark = SeatMark::Elsewhere;
        const bool isFree = view.mark == SeatMark::Free;
        view.reserve = view.reserve && isFree;
        view.sellable = isFree;
        view.provisional = offLine && isFree && !view.reserve;
        view.freshness = view.reserve                       ? Freshness::Mine
                         : view.mark == SeatMark::Elsewhere ? Freshness::Elsewhere
                         : offLine                          ? Freshness::Stale
                                                            : Freshness::Fresh;
    }
    return views;
}

inline LineReport upReport()
{
    LineReport report;
    report.state = LineState::Up;
    report.reserve = {{PriceAreaIndex{0}, 24, 6}, {PriceAreaIndex{1}, 48, 12}, {PriceAreaIndex{2}, 12, 0}};
    report.reserveSeats = 84;
    report.reserveLeft = Milliseconds(std::chrono::minutes(310));
    return report;
}

inline LineReport downReport()
{
    LineReport report = upReport();
    report.state = LineState::Down;
    report.unsentOps = 7;
    report.provisional = true;
    report.baseAge = Milliseconds(std::chrono::minutes(12));
    return report;
}

inline CaseReport sampleCase(const SeatPlan& plan, const EventTerms& terms, CasePhase phase, std::uint64_t number = 1)
{
    CaseReport report;
    report.mine = true;
    report.decided = Rival::Owner;
    Case& of = report.what;
    const Places sold = placesNamed(plan, {"Stalls/C/12", "Stalls/C/13", "Stalls/C/14"});
    of.order = orderFor(plan, terms, sold, idOf<OrderId>(number * 7919));
    of.order.buyer = {"Miller", "", "+44 20 7946 0958"};
    of.order.clerk = "ann";
    of.order.soldAt = eveningNow - Milliseconds(std::chrono::minutes(48));
    of.id = CaseId{of.order.id.bytes};
    of.provisional = true;
    of.phase = phase;
    of.openedSeq = number;
    of.lost = placesNamed(plan, {"Stalls/C/12", "Stalls/C/13"});
    for (const SeatIndex seat : of.lost.seats)
        report.lost.push_back({seat, std::nullopt, 1, Rival::Owner, idOf<OrderId>(99), "Smith"});
    if (phase == CasePhase::Offered) {
        of.offers = {placesNamed(plan, {"Stalls/D/10", "Stalls/D/11", "Stalls/D/12"}),
                     placesNamed(plan, {"Stalls/B/4", "Stalls/B/5", "Stalls/B/6"}),
                     placesNamed(plan, {"Stalls/E/15", "Stalls/E/16", "Stalls/E/17"})};
        of.until = eveningNow + Milliseconds(std::chrono::minutes(15));
    }
    if (phase == CasePhase::Exchanged)
        report.seated =
            orderFor(plan, terms, placesNamed(plan, {"Stalls/D/10", "Stalls/D/11", "Stalls/D/12"}), of.order.id)
                .tickets;
    if (phase == CasePhase::RefundDue)
        of.refundMinor = of.order.tender.paidMinor;
    return report;
}

inline RestartQuestion sampleQuestion(RestartQuestion::Kind kind)
{
    return {kind,
            QStringLiteral("K7QM42AB"),
            QStringLiteral("Stalls · row C: 12"),
            QStringLiteral("€45.50"),
            QStringLiteral("9F4K-22TB"),
            QStringLiteral("Fri 27 Nov 2026, 19:32"),
            1};
}

inline DrillReport sampleDrill()
{
    DrillReport report;
    report.lasted = Milliseconds(std::chrono::minutes(20));
    report.over = true;
    report.sales = 9;
    report.reservePlaces = 17;
    report.provisionalPlaces = 2;
    report.reserveLeft = 67;
    report.wouldLast = Milliseconds(std::chrono::minutes(79));
    return report;
}

inline AdminAllotment sampleAllotment(const SeatPlan& plan, std::uint64_t number, const char* name)
{
    AdminAllotment allotment;
    allotment.fence = Fence{number};
    allotment.counter = {idOf<DeviceId>(number), name};
    allotment.grantedAt = eveningNow - Milliseconds(std::chrono::hours(3));
    allotment.endsAt = eveningNow + Milliseconds(std::chrono::minutes(78));
    allotment.writeOffFrom = allotment.endsAt + Milliseconds(std::chrono::minutes(8));
    allotment.lastContact = eveningNow - Milliseconds(std::chrono::seconds(4));
    std::uint32_t units[2] = {0, 0};
    for (const char* row : {"C", "D", "E", "G"})
        for (int seat = 1; seat <= 9; ++seat) {
            allotment.places.seats.push_back("Stalls/" + std::string(row) + '/' + std::to_string(seat));
            ++units[*row == 'G' ? 1 : 0];
        }
    for (std::size_t i = 0; i < 2; ++i)
        allotment.areas.push_back({plan.priceAreas()[i].name, units[i]});
    return allotment;
}

// One of everything.
inline AdminOverview sampleOverview(const SeatPlan& plan)
{
    AdminOverview overview;
    overview.allotments = {sampleAllotment(plan, 11, "Till 1"), sampleAllotment(plan, 12, "Till 2"),
                           sampleAllotment(plan, 13, "Foyer")};
    auto& away = overview.allotments[1];
    away.reachable = false;
    away.lastContact = eveningNow - Milliseconds(std::chrono::minutes(95));
    auto& limbo = overview.allotments[2];
    limbo.reachable = false;
    limbo.phase = AllotmentPhase::Limbo;
    limbo.endsAt = eveningNow - Milliseconds(std::chrono::minutes(40));
    limbo.writeOffFrom = eveningNow - Milliseconds(std::chrono::minutes(30));
    limbo.lastContact.reset();
    overview.alarms = {{41, AlarmKind::Suspect, overview.allotments[1].counter, "journal behind its guard: 812 of 830",
                        eveningNow - Milliseconds(std::chrono::minutes(9))}};
    AdminCase of;
    of.id = idOf<CaseId>(5);
    of.code = "K7QM42AB";
    of.phase = CasePhase::Offered;
    of.provisional = true;
    of.lost.seats = {"Stalls/C/12", "Stalls/C/13"};
    of.offers = {{{"Stalls/D/10", "Stalls/D/11"}, {}}, {{"Stalls/B/4", "Stalls/B/5"}, {}}};
    of.until = eveningNow + Milliseconds(std::chrono::minutes(15));
    of.buyer = {"Miller", "", "+44 20 7946 0958"};
    overview.cases = {of};
    AdminWriteOff signedOff;
    signedOff.fence = Fence{7};
    signedOff.counter = {idOf<DeviceId>(7), "Garden kiosk"};
    signedOff.by = "mara";
    signedOff.reason = "fell into the fountain";
    signedOff.at = eveningNow - Milliseconds(std::chrono::hours(2));
    signedOff.places.seats = {"Circle/A/1", "Circle/A/2"};
    overview.writeOffs = {signedOff};
    return overview;
}

// The same after a restore that one counter has not answered yet.
inline AdminOverview restoredOverview(const SeatPlan& plan)
{
    AdminOverview overview = sampleOverview(plan);
    overview.frozen = true;
    overview.logGen = 1;
    overview.awaited = {{idOf<DeviceId>(13), "Till 3"}};
    return overview;
}

} // namespace parterre::testing
