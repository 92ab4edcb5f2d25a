// By hold, and by holder.
#include "server/api/known_holds.h"

#include <algorithm>
#include <map>

namespace parterre {
namespace {

constexpr std::size_t most = 200'000;

}

KnownHolds::KnownHolds()
{
    m_holds.reserve(most + 1); // growing a table of so many would keep every connection waiting
    m_ofHolder.reserve(most + 1);
}

void KnownHolds::remember(HoldId hold, KnownHold known)
{
    const HolderId holder = known.holder;
    if (!m_holds.emplace(hold, std::move(known)).second)
        return;
    m_ofHolder[holder].push_back(hold);
    m_order.push_back(hold);
    if (m_order.size() <= most)
        return;
    const HoldId oldest = m_order.front();
    m_order.pop_front();
    const auto forgotten = m_holds.find(oldest);
    const auto owner = m_ofHolder.find(forgotten->second.holder);
    std::erase(owner->second, oldest);
    if (owner->second.empty())
        m_ofHolder.erase(owner);
    m_holds.erase(forgotten);
}

KnownHold* KnownHolds::find(HoldId hold)
{
    const auto found = m_holds.find(hold);
    return found == m_holds.end() ? nullptr : &found->second;
}

const KnownHold* KnownHolds::of(HolderId holder, HoldId hold) const
{
    const auto found = m_holds.find(hold);
    return found != m_holds.end() && found->second.holder == holder ? &found->second : nullptr;
}

std::optional<HoldId> KnownHolds::givenBackAndStanding(HolderId holder, EventId event,
                                                       const std::vector<SeatIndex>& seats, const Stands& stands) const
{
    const auto own = m_ofHolder.find(holder);
    if (own == m_ofHolder.end())
        return std::nullopt;
    for (const HoldId id : own->second) {
        const KnownHold& known = m_holds.at(id);
        const bool meets = std::any_of(seats.begin(), seats.end(), [&](SeatIndex seat) {
            return std::binary_search(known.seats.begin(), known.seats.end(), seat);
        });
        if (known.givenBack && known.event == event && meets && stands(id))
            return id;
    }
    return std::nullopt;
}

bool KnownHolds::isRepeat(HolderId holder, const Bytes16& key) const
{
    const auto own = m_ofHolder.find(holder);
    return own != m_ofHolder.end() &&
           std::any_of(own->second.begin(), own->second.end(), [&](HoldId id) { return m_holds.at(id).key == key; });
}

KnownHolds::Barred KnownHolds::barred(HolderId holder, EventId event, Instant now, const Stands& stands) const
{
    Barred barred;
    const auto own = m_ofHolder.find(holder);
    if (own == m_ofHolder.end())
        return barred;
    std::map<SeatIndex, int> changes;
    for (const HoldId id : own->second) {
        const KnownHold& known = m_holds.at(id);
        const bool over = known.endsBy + barredFor <= now || known.event != event || known.order;
        if (over || (!known.givenBack && stands(id)))
            continue;
        for (const SeatIndex seat : known.seats) {
            if (known.givenBack && ++changes[seat] <= changesOfMind)
                continue;
            barred.seats.push_back(seat);
            barred.until = std::max(barred.until, known.endsBy + barredFor);
        }
    }
    std::sort(barred.seats.begin(), barred.seats.end());
    barred.seats.erase(std::unique(barred.seats.begin(), barred.seats.end()), barred.seats.end());
    return barred;
}

} // namespace parterre
