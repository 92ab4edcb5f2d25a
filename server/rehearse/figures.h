// Figures: everything a finished rehearsal has found, as one value; the two reports are made from it.
#pragma once

#include "server/rehearse/fairness.h"
#include "server/rehearse/hall_watch.h"
#include "server/rehearse/recorder.h"
#include "server/rehearse/sales_book.h"
#include "sync/base/instant.h"

#include <optional>

namespace parterre::rehearsal {

// What was asked for, as the report repeats it.
struct RehearsalOptions
{
    std::string target = "http://127.0.0.1:8080";
    std::string event = "first"; // or an id
    std::uint32_t fans = 100;
    std::uint32_t bots = 0;
    std::uint32_t flash = 0;
    Microseconds within{10'000'000}; // the flash
    Microseconds lasts{60'000'000};
    Microseconds deadline{30'000'000}; // of a request
    double pace = 1;
    bool straight = false;
    std::vector<std::uint32_t> buy{1, 2, 2, 4};
    std::uint64_t seed = 1;
    bool spreadAddresses = false;
    std::size_t mostLines = 10'000;        // connections at once
    std::vector<std::string> counterCodes; // one-time codes, one a counter
    std::string clerk;
    std::string clerkPassword;
};

struct Figures
{
    RehearsalOptions options;
    std::string title;
    std::string venue;
    std::string currency;
    std::size_t seatCount = 0;
    Instant startedAt;
    Microseconds lasted{0};
    bool interrupted = false; // by whoever watched
    bool cutShort = false;    // people were still in the middle of something at the very end
    Recorder recorder;
    People people;
    SalesFindings sales;
    std::vector<HallSample> hall;

    bool good() const { return sales.everySeatOnce() && sales.moneyAgrees(); }
    // The first time no seat was free, and the time of the last sale.
    std::optional<Microseconds> soldOutAt() const;
    std::optional<Microseconds> lastSaleAt() const;
    std::uint64_t countOf(Role role) const;
    std::uint64_t countOf(Role role, Ending ending) const;
    std::uint64_t seatsSoldBy(Role role) const;
    // Of fans of both kinds.
    Histogram waitedForServer() const;
    Histogram timeToSeats() const;   // from coming to the first basket
    Histogram timeToTickets() const; // from coming to the order
};

} // namespace parterre::rehearsal
