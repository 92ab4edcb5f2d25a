// Looking for other seats: a window slides over every run of free seats.
#include "sync/domain/case_offer.h"

#include "sync/domain/places.h"
#include "sync/domain/seat_geometry.h"
#include "sync/domain/seat_runs.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace parterre {
namespace {

// What a seat is besides its place: must be the same before and after.
std::uint8_t accessOf(const PlanSeat& seat)
{
    return seat.attributes & (Wheelchair | Companion);
}

// The party as the search sees it.
struct Party
{
    std::vector<const Ticket*> seated; // by seat
    std::vector<const Ticket*> standing;
    std::array<std::uint32_t, 4> access{}; // how many seats of each kind
    bool restricted = false;               // somebody sat with a restricted view before
    Point centre;
};

Party partyOf(const SeatPlan& plan, const Order& order)
{
    Party party;
    for (const Ticket& ticket : order.tickets)
        (ticket.seat ? party.seated : party.standing).push_back(&ticket);
    std::sort(party.seated.begin(), party.seated.end(), [](auto* a, auto* b) { return *a->seat < *b->seat; });
    for (const Ticket* ticket : party.seated) {
        const PlanSeat& seat = plan.seat(*ticket->seat);
        ++party.access[accessOf(seat) & 3];
        party.restricted = party.restricted || (seat.attributes & RestrictedView) != 0;
        party.centre.x += seat.at.x / static_cast<double>(party.seated.size());
        party.centre.y += seat.at.y / static_cast<double>(party.seated.size());
    }
    return party;
}

// How much worse or dearer an area is than what was paid: 0 the same areas, then by price; nothing: not for this party.
std::optional<std::int64_t> rankOf(const EventState& state, const Party& party, PriceAreaIndex area, bool downgrade)
{
    bool same = true;
    std::int64_t paid = 0;
    std::int64_t worth = 0;
    for (const Ticket* ticket : party.seated) {
        const Result<Money> price = priceOf(state.terms(), area, ticket->priceType);
        if (!price || (!downgrade && price->minor < ticket->priceMinor))
            return std::nullopt;
        same = same && state.plan().seat(*ticket->seat).priceArea == area;
        paid += ticket->priceMinor;
        worth += price->minor;
    }
    if (same)
        return 0;
    return worth >= paid ? 1 + worth - paid : (std::int64_t{1} << 40) + paid - worth;
}

struct Window
{
    std::int64_t rank = 0;
    std::uint64_t distance = 0; // millimetres, summed over the party
    std::uint32_t singles = 0;
    std::uint32_t first = 0;
    auto key() const { return std::tuple(rank, distance, singles, first); }
};

// The search for one group. Seats of `except` are out.
class Search
{
public:
    Search(const EventState& state, const Party& party, bool downgrade) : m_state(state), m_party(party)
    {
        for (std::uint16_t i = 0; i < state.plan().priceAreas().size(); ++i)
            m_ranks.push_back(rankOf(state, party, PriceAreaIndex{i}, downgrade));
    }

    std::vector<SeatIndex> next(const std::vector<SeatIndex>& except)
    {
        std::optional<Window> best;
        forEachRun(
            m_state.plan(), [&](SeatIndex seat) { return useOf(seat, except); },
            [&](const SeatRun& run) { slide(run, best); });
        std::vector<SeatIndex> seats;
        for (std::uint32_t i = 0; best && i < m_party.seated.size(); ++i)
            seats.push_back(SeatIndex{best->first + i});
        return seats;
    }

private:
    SeatUse useOf(SeatIndex seat, const std::vector<SeatIndex>& except) const
    {
        if (m_state.seat(seat).status != SeatStatus::Free)
            return SeatUse::Taken;
        const PlanSeat& place = m_state.plan().seats()[seat.value];
        const bool seen = m_party.restricted || (place.attributes & RestrictedView) == 0;
        const bool offered = seen && m_ranks[place.priceArea.value] && m_party.access[accessOf(place) & 3] > 0;
        return offered && std::find(except.begin(), except.end(), seat) == except.end() ? SeatUse::Offered
                                                                                        : SeatUse::Open;
    }

    void slide(const SeatRun& run, std::optional<Window>& best) const
    {
        const auto count = static_cast<std::uint32_t>(m_party.seated.size());
        for (std::uint32_t offset = 0; offset + count <= run.count; ++offset) {
            const std::optional<Window> window = windowAt(run, offset, count);
            if (window && (!best || window->key() < best->key()))
                best = window;
        }
    }

    std::optional<Window> windowAt(const SeatRun& run, std::uint32_t offset, std::uint32_t count) const
    {
        const SeatPlan& plan = m_state.plan();
        const PriceAreaIndex area = plan.seats()[run.first + offset].priceArea;
        Window window{*m_ranks[area.value], 0, singlesLeft(run, offset, count), run.first + offset};
        std::array<std::uint32_t, 4> access{};
        for (std::uint32_t i = 0; i < count; ++i) {
            const PlanSeat& seat = plan.seats()[run.first + offset + i];
            if (seat.priceArea != area)
                return std::nullopt;
            ++access[accessOf(seat) & 3];
            window.distance += distanceMm(seat.at, m_party.centre);
        }
        if (access != m_party.access)
            return std::nullopt;
        return window;
    }

    const EventState& m_state;
    const Party& m_party;
    std::vector<std::optional<std::int64_t>> m_ranks; // by price area
};

// Standing units for the party, out of what is free beside `taken` groups of the same size.
std::optional<std::vector<StandingUnits>> standingFor(const EventState& state, const Party& party, std::size_t taken)
{
    std::vector<Ticket> tickets;
    for (const Ticket* ticket : party.standing)
        tickets.push_back(*ticket);
    std::vector<StandingUnits> wanted = placesOf(state.plan(), tickets)->standing;
    for (const StandingUnits& units : wanted)
        if (state.standing(units.area).free() < units.count * (taken + 1))
            return std::nullopt;
    return wanted;
}

} // namespace

std::vector<Places> caseOffers(const EventState& state, const Case& of, bool downgrade)
{
    const Party party = partyOf(state.plan(), of.order);
    Search search(state, party, downgrade);
    std::vector<Places> offers;
    std::vector<SeatIndex> except;
    while (offers.size() < Case::maxOffers) {
        Places offer;
        const auto standing = standingFor(state, party, offers.size());
        if (!standing)
            break;
        offer.standing = *standing;
        if (!party.seated.empty())
            offer.seats = search.next(except);
        if (offer.seats.size() != party.seated.size())
            break;
        except.insert(except.end(), offer.seats.begin(), offer.seats.end());
        offers.push_back(std::move(offer));
        if (party.seated.empty())
            break; // units have no names: one offer says all
    }
    return offers;
}

Order reseated(const EventState& state, const Order& order, const Places& places, std::int64_t& refundMinor)
{
    const SeatPlan& plan = state.plan();
    const auto before = [&plan](SeatIndex a, SeatIndex b) { // a wheelchair goes to a place for a wheelchair
        return std::pair(accessOf(plan.seat(a)), a) < std::pair(accessOf(plan.seat(b)), b);
    };
    Order moved = order;
    std::vector<Ticket*> seated;
    for (Ticket& ticket : moved.tickets)
        if (ticket.seat)
            seated.push_back(&ticket);
    std::sort(seated.begin(), seated.end(), [&](auto* a, auto* b) { return before(*a->seat, *b->seat); });
    std::vector<SeatIndex> seats = places.seats;
    std::sort(seats.begin(), seats.end(), before);
    PARTERRE_REQUIRE(seated.size() == seats.size());
    for (std::size_t i = 0; i < seated.size(); ++i) {
        Ticket& ticket = *seated[i];
        ticket.seat = seats[i];
        const Result<Money> price = priceOf(state.terms(), plan.seat(seats[i]).priceArea, ticket.priceType);
        ticket.priceMinor = std::min(ticket.priceMinor, price ? price->minor : ticket.priceMinor);
    }
    for (Ticket& ticket : moved.tickets)
        ticket.serial = reissuedSerial(ticket.serial);
    refundMinor = order.tender.paidMinor - moved.totalMinor();
    moved.tender.paidMinor = moved.totalMinor();
    return moved;
}

bool needsPerson(const EventState& state, const Order& order)
{
    return std::any_of(order.tickets.begin(), order.tickets.end(), [&](const Ticket& ticket) {
        return ticket.seat && accessOf(state.plan().seat(*ticket.seat)) != 0;
    });
}

} // namespace parterre
