// BoxOffice: a sample event with two counters and a fan, in which every command is followed by what the rules do by
// themselves about cases, as the server does it.
#pragma once

#include "tests/support/sample_events.h"

#include <algorithm>

namespace parterre::testing {

inline const DeviceId east = idOf<DeviceId>(1);
inline const DeviceId west = idOf<DeviceId>(2);
inline const HolderId ann = idOf<HolderId>(1);
inline const HolderId bob = idOf<HolderId>(2);

class BoxOffice : public SampleEvent
{
public:
    using SampleEvent::SampleEvent;

    // decide() and everything that follows by itself.
    Result<std::vector<EntryBody>> ask(const Command& command)
    {
        Result<std::vector<EntryBody>> decision = run(command);
        if (decision)
            settle();
        return decision;
    }
    // The same for a command that cannot be refused here.
    std::vector<EntryBody> carryOut(const Command& command) { return ask(command).value(); }
    // How many steps the rules took by themselves.
    int settle()
    {
        for (int steps = 0;; ++steps) {
            PARTERRE_REQUIRE(steps < 1'000);
            if (must(SettleCases{}).empty())
                return steps;
        }
    }

    // The fence of a new allotment of exactly these places.
    Fence grant(DeviceId device, Places places, Milliseconds duration = std::chrono::hours(24))
    {
        append(AllotmentGranted{device, std::move(places), duration, now});
        return state().allotmentOf(device)->fence;
    }
    // A payment in flight by a fan, for one hold of these places; the numbers are those of the hold and of the order.
    void startPaying(HolderId fan, const Places& places, std::uint64_t number)
    {
        must(PlaceHold{idOf<HoldId>(number), fan, Channel::Fan, places, {}});
        must(StartPayment{idOf<HoldId>(number), fan, idOf<OrderId>(number)});
    }
    Result<std::vector<EntryBody>> capture(HolderId fan, const Places& places, std::uint64_t number)
    {
        return ask(SellHold{idOf<HoldId>(number), fan, orderOf(places, number)});
    }
    std::vector<EntryBody> decline(std::uint64_t number)
    {
        return carryOut(FailPayment{idOf<HoldId>(number), idOf<OrderId>(number)});
    }

    SellProvisional provisional(DeviceId device, const Places& places, std::uint64_t number, Wish wish = Wish::Ask,
                                PriceTypeIndex type = {}) const
    {
        SellProvisional sale{device, orderOf(places, number, type), wish, true};
        sale.order.channel = Channel::Counter;
        sale.order.device = device;
        sale.order.buyer = {"Ada", "ada@example.org", ""};
        return sale;
    }
    SellAllotted allotted(DeviceId device, Fence fence, const Places& places, std::uint64_t number) const
    {
        return {fence, device, orderOf(places, number)};
    }
    // Sells places to somebody who has nothing to do with the test.
    void sellAway(const Places& places, std::uint64_t number)
    {
        append(OrderPlaced{orderOf(places, number), {}, {}, {}, true});
    }

    const Case& caseNo(std::uint64_t number) const
    {
        const Case* of = state().caseOf(idOf<CaseId>(number));
        PARTERRE_REQUIRE(of != nullptr);
        return *of;
    }
    CasePhase phaseNo(std::uint64_t number) const { return caseNo(number).phase; }
    const Order* orderNo(std::uint64_t number) const { return state().order(idOf<OrderId>(number)); }
    SeatStatus statusOf(std::string_view label) const { return seat(label).status; }
    bool isSoldTo(std::string_view label, std::uint64_t order) const
    {
        return statusOf(label) == SeatStatus::Sold && seat(label).claimAs<OrderId>() == idOf<OrderId>(order);
    }
    std::vector<std::string> labels(const Places& places) const
    {
        std::vector<std::string> list;
        for (const SeatIndex seat : places.seats)
            list.push_back(plan().label(seat));
        return list;
    }
};

// Paper 1 is for seats that were sold to somebody else, order 7.
struct LostSale : BoxOffice
{
    explicit LostSale(Wish wish, std::initializer_list<std::string_view> party = {"Stalls/2/4", "Stalls/2/5"})
        : seats(places(party))
    {
        sellAway(seats, 7);
        PARTERRE_REQUIRE(ask(provisional(east, seats, 1, wish)).ok());
    }
    Places seats;

    // Nothing of areas A and B is left but these; they are named as on the plan.
    void leaveOnly(std::initializer_list<std::string_view> labels)
    {
        const Places left = places(labels);
        std::vector<SeatIndex> gone;
        for (std::uint32_t i = 0; i < plan().seatCount(); ++i)
            if (state().seat(SeatIndex{i}).status == SeatStatus::Free &&
                !std::binary_search(left.seats.begin(), left.seats.end(), SeatIndex{i}))
                gone.push_back(SeatIndex{i});
        must(BlockSeats{gone, true, "test"});
    }
};

// Did the decision hold an entry of this kind?
template <typename Entry>
const Entry* findIn(const Result<std::vector<EntryBody>>& decision)
{
    if (decision)
        for (const EntryBody& body : *decision)
            if (const auto* entry = std::get_if<Entry>(&body))
                return entry;
    return nullptr;
}

// What became of a claim, in a word or two: "confirmed", "confirmed late", "contest", "open case", "case at door",
// "held", "recalled", "nothing", or the wire name of the refusal; "impossible, …" with an alarm.
inline std::string verdictOf(const Result<std::vector<EntryBody>>& decision)
{
    if (!decision)
        return wireName(decision.error().code).data();
    std::string verdict = decision->empty() ? "nothing" : "";
    const auto say = [&verdict](const std::string& word) { verdict += verdict.empty() ? word : ", " + word; };
    for (const EntryBody& body : *decision) {
        if (const auto* alarm = std::get_if<AlarmRaised>(&body))
            say(alarm->kind == AlarmKind::ImpossibleSale ? "impossible" : "alarm");
        else if (std::holds_alternative<HoldReleased>(body))
            say("hold taken");
        else if (const auto* placed = std::get_if<OrderPlaced>(&body))
            say(placed->late ? "confirmed late" : "confirmed");
        else if (const auto* opened = std::get_if<CaseOpened>(&body))
            say(opened->opened.phase == CasePhase::Contest  ? "contest"
                : opened->opened.phase == CasePhase::AtDoor ? "case at door"
                                                            : "open case");
        else if (std::holds_alternative<HoldPlaced>(body))
            say("held");
        else if (std::holds_alternative<AllotmentRecalled>(body))
            say("recalled");
    }
    return verdict;
}

} // namespace parterre::testing
