// BasketKeeper: lines and their prices, and the sentences about them.
#include "sync/counter/basket_keeper.h"

#include "sync/domain/places.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr std::size_t namedPlaces = 5; // in one sentence

// Seats in plan order, then standing units by area.
bool lineLess(const BasketLine& a, const BasketLine& b)
{
    if (a.seat.has_value() != b.seat.has_value())
        return a.seat.has_value();
    return a.seat ? *a.seat < *b.seat : *a.standing < *b.standing;
}

} // namespace

Places placesOfLines(const std::vector<BasketLine>& lines)
{
    Places places;
    for (const BasketLine& line : lines) {
        if (line.seat)
            places.seats.push_back(*line.seat);
        else if (!places.standing.empty() && places.standing.back().area == *line.standing)
            ++places.standing.back().count;
        else
            places.standing.push_back({*line.standing, 1});
    }
    return places;
}

bool BasketKeeper::contains(SeatIndex seat) const
{
    return std::any_of(m_basket.lines.begin(), m_basket.lines.end(),
                       [seat](const BasketLine& line) { return line.seat == seat; });
}

Places BasketKeeper::localPlaces() const
{
    return m_basket.local ? placesOfLines(m_basket.lines) : Places{};
}

// On line whatever the centre has free and our own reserve; off line the reserve, and what may be sold provisionally.
// Pessimistic while ops are
// pending: their units are taken from both.
std::uint32_t BasketKeeper::standingFree(StandingIndex area) const
{
    std::uint32_t units = 0;
    for (const StandingUnits& reserve : m_core.reservePlaces().standing)
        units += reserve.area == area ? reserve.count : 0;
    if (m_basket.local)
        for (const StandingUnits& mine : placesOfLines(m_basket.lines).standing)
            units -= mine.area == area ? std::min(mine.count, units) : 0;
    if (!m_core.lineOpen() && !m_core.maySellProvisionally())
        return units;
    const std::uint32_t free = m_core.open->base.state().standing(area).free();
    return units + free - std::min(free, m_core.open->overlay.unitsGone(area));
}

// The first price type the area is sold at.
Result<BasketLine> BasketKeeper::priced(BasketLine line, PriceAreaIndex area) const
{
    const EventTerms& terms = m_core.open->base.state().terms();
    for (std::uint16_t type = 0; type < terms.priceTypes.size(); ++type) {
        const Result<Money> price = priceOf(terms, area, PriceTypeIndex{type});
        if (!price)
            continue;
        line.priceType = PriceTypeIndex{type};
        line.price = *price;
        return line;
    }
    const SeatPlan& plan = *m_core.open->base.plan();
    return Error{ErrorCode::NotPriced, line.seat ? plan.label(*line.seat) : plan.standing()[line.standing->value].name};
}

Result<BasketLine> BasketKeeper::seatLine(SeatIndex seat) const
{
    BasketLine line;
    line.seat = seat;
    return priced(line, m_core.open->base.plan()->seat(seat).priceArea);
}

Result<BasketLine> BasketKeeper::standingLine(StandingIndex area) const
{
    BasketLine line;
    line.standing = area;
    return priced(line, m_core.open->base.plan()->standing()[area.value].priceArea);
}

Result<std::vector<BasketLine>> BasketKeeper::withSeats(const std::vector<SeatIndex>& seats) const
{
    std::vector<BasketLine> lines = m_basket.lines;
    for (const SeatIndex seat : seats) {
        if (!m_core.open->base.plan()->contains(seat))
            return Error{ErrorCode::UnknownSeat, "seat index " + std::to_string(seat.value)};
        const bool known =
            std::any_of(lines.begin(), lines.end(), [seat](const BasketLine& line) { return line.seat == seat; });
        if (known)
            continue;
        Result<BasketLine> line = seatLine(seat);
        if (!line)
            return line.error();
        lines.push_back(std::move(*line));
    }
    std::stable_sort(lines.begin(), lines.end(), lineLess);
    return lines;
}

void BasketKeeper::addSeats(const std::vector<SeatIndex>& seats, Completion<void> done)
{
    Result<std::vector<BasketLine>> lines = withSeats(seats);
    if (!lines)
        return m_core.answer(std::move(done), Result<void>(lines.error()));
    m_best.reset();
    change(std::move(*lines), std::move(done));
}

void BasketKeeper::removeSeats(const std::vector<SeatIndex>& seats, Completion<void> done)
{
    std::vector<BasketLine> lines = m_basket.lines;
    std::erase_if(lines, [&seats](const BasketLine& line) {
        return line.seat && std::find(seats.begin(), seats.end(), *line.seat) != seats.end();
    });
    m_best.reset();
    change(std::move(lines), std::move(done));
}

void BasketKeeper::setStanding(StandingIndex area, std::uint32_t count, Completion<void> done)
{
    if (area.value >= m_core.open->base.plan()->standing().size())
        return m_core.answer(std::move(done), Result<void>(Error{ErrorCode::UnknownSeat, "standing area"}));
    if (count > m_core.open->base.state().terms().holds.maxUnitsPerHold)
        return m_core.answer(std::move(done), Result<void>(Error{ErrorCode::LimitExceeded, "places in one basket"}));
    const Result<BasketLine> line = standingLine(area);
    if (!line)
        return m_core.answer(std::move(done), Result<void>(line.error()));
    std::vector<BasketLine> lines = m_basket.lines;
    std::uint32_t kept = 0; // those that stay keep their price type
    std::erase_if(lines, [&](const BasketLine& one) { return one.standing == area && ++kept > count; });
    for (kept = std::min(kept, count); kept < count; ++kept)
        lines.push_back(*line);
    std::stable_sort(lines.begin(), lines.end(), lineLess);
    m_best.reset();
    change(std::move(lines), std::move(done));
}

void BasketKeeper::setPriceType(std::size_t line, PriceTypeIndex type)
{
    PARTERRE_REQUIRE(line < m_basket.lines.size());
    std::vector<BasketLine> lines = m_basket.lines;
    BasketLine& changed = lines[line];
    const OpenEvent& open = *m_core.open;
    if (m_basket.busy || type.value >= open.base.state().terms().priceTypes.size())
        return;
    const PriceAreaIndex area = changed.seat ? open.base.plan()->seat(*changed.seat).priceArea
                                             : open.base.plan()->standing()[changed.standing->value].priceArea;
    const Result<Money> price = priceOf(open.base.state().terms(), area, type);
    if (!price)
        return m_hooks.notice(price.error());
    changed.priceType = type;
    changed.price = *price;
    reprice(std::move(lines));
}

void BasketKeeper::setAllPriceTypes(PriceTypeIndex type)
{
    for (std::size_t line = 0; line < m_basket.lines.size(); ++line)
        setPriceType(line, type);
}

void BasketKeeper::updateTotals()
{
    m_basket.total = {0, m_core.open->base.state().terms().currency};
    for (const BasketLine& line : m_basket.lines)
        m_basket.total = m_basket.total + line.price;
    m_basket.local = !m_hold && !m_basket.lines.empty();
    m_basket.expiresAt.reset();
    if (const Hold* hold = m_hold ? m_core.open->base.state().hold(*m_hold) : nullptr)
        m_basket.expiresAt = hold->deadline();
}

// What the clerk is told when the line is down and the reserve does not have it.
Error BasketKeeper::offlineError(const Places& wanted)
{
    ++m_core.refusals;
    const SeatPlan& plan = *m_core.open->base.plan();
    if (m_hold)
        return {ErrorCode::Offline,
                "The line is down and this basket is held at the centre. Nothing was changed; it can "
                "be changed and sold when the line is back."};
    const Result<void> provisional = m_core.maySellProvisionally();
    const Places outside = difference(wanted, keepable(wanted, provisional.ok()));
    std::vector<std::string> names;
    for (const SeatIndex seat : outside.seats)
        names.push_back(plan.label(seat));
    for (const StandingUnits& units : outside.standing)
        names.push_back(std::to_string(units.count) + " × " + plan.standing()[units.area.value].name);
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < namedPlaces; ++i)
        list += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > namedPlaces)
        list += " and " + std::to_string(names.size() - namedPlaces) + " more";
    const std::string are = names.size() == 1 ? " is" : " are";
    if (provisional)
        return {ErrorCode::Offline, "The line is down: " + list + are +
                                        " not free as far as this counter knows. "
                                        "Nothing was changed."};
    return {ErrorCode::Offline,
            "The line is down: " + list + are + " not in this counter's offline reserve. Nothing was changed; choose " +
                (names.size() == 1 ? "a seat" : "seats") + " with the reserve mark. " + provisional.error().detail};
}

} // namespace parterre
