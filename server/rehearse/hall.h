// Hall: what everybody at the rehearsal can know of the event: its seats, their neighbours and prices, and where to
// ask.
#pragma once

#include "server/rehearse/crowd_random.h"
#include "sync/base/result.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parterre::rehearsal {

class Hall
{
public:
    // From the answers of /api/v1/events/{event} and …/plan. Malformed when they are not such answers.
    static Result<Hall> read(const QByteArray& details, const QByteArray& plan);

    const std::string& event() const { return m_event; }
    const std::string& title() const { return m_title; }
    const std::string& venue() const { return m_venue; }
    const std::string& currency() const { return m_currency; }
    const std::string& path() const { return m_path; } // of the event in the API
    bool onSale() const { return m_onSale; }

    std::size_t seatCount() const { return m_labels.size(); }
    const std::string& label(std::size_t seat) const { return m_labels[seat]; }
    std::optional<std::size_t> seatByLabel(std::string_view label) const;
    // At the first price type, which a fan who chooses none pays; none: not sold.
    std::optional<std::int64_t> priceMinor(std::size_t seat) const { return m_areaPrices[m_areas[seat]]; }
    std::uint16_t area(std::size_t seat) const { return m_areas[seat]; }
    bool isStanding(const std::string& name) const { return m_standing.count(name) > 0; }
    const std::map<std::string, std::uint64_t>& standingFree() const { return m_standing; } // when it was read

    // So many free seats side by side in `states` (one character a seat), near a place drawn by chance: everybody would
    // rather sit further forward, so the first seats of the plan are wanted most. Empty: there are none.
    std::vector<std::size_t> chooseSeats(std::string_view states, std::size_t quantity, CrowdRandom& random) const;

private:
    Result<void> readSeats(const QByteArray& plan);
    std::optional<std::size_t> runFrom(std::string_view states, std::size_t quantity, std::size_t from,
                                       std::size_t to) const;

    std::string m_event;
    std::string m_title;
    std::string m_venue;
    std::string m_currency;
    std::string m_path;
    bool m_onSale = false;
    std::vector<std::string> m_labels;
    std::vector<std::uint32_t> m_rows; // of each seat
    std::vector<std::uint16_t> m_areas;
    std::map<std::string, std::uint16_t, std::less<>> m_areaNames;
    std::vector<std::optional<std::int64_t>> m_areaPrices;
    std::map<std::string, std::size_t, std::less<>> m_byLabel;
    std::map<std::string, std::uint64_t> m_standing;
};

} // namespace parterre::rehearsal
