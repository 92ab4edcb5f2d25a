// SalesBook: everything the rehearsal bought, kept apart from the server that sold it: so it can say whether a seat was
// sold twice and whether the money agrees.
#pragma once

#include "server/rehearse/hall.h"

#include <map>
#include <set>

namespace parterre::rehearsal {

// A sale the server confirmed.
struct Sale
{
    std::string order;
    std::string key;                // opens it; empty for a sale of a counter
    std::int64_t promisedMinor = 0; // the price as the hold named it
};

// What the finished check found. Every list must be empty.
struct SalesFindings
{
    std::vector<std::string> soldTwice;  // places, each with its orders
    std::vector<std::string> notTaken;   // bought seats that the map at the end does not show as taken
    std::vector<std::string> wrongMoney; // orders whose price is not the sum of their tickets, or not what was promised
    std::vector<std::string> unopened;   // orders that were confirmed and could not be opened: not checked
    std::uint64_t orders = 0;
    std::uint64_t places = 0;
    std::int64_t moneyMinor = 0;
    std::uint64_t takenBefore =
        0; // bought seats that were taken when it began: a reservation ended, a ticket came back
    std::uint64_t takenByOthers = 0; // seats taken during the rehearsal by somebody else, or by an answer that got lost

    bool everySeatOnce() const { return soldTwice.empty() && notTaken.empty(); }
    bool moneyAgrees() const { return wrongMoney.empty(); }
};

class SalesBook
{
public:
    explicit SalesBook(const Hall& hall) : m_hall(hall) {}

    void confirmed(Sale sale);
    // The order as its page shows it (JSON). A second look changes nothing.
    void opened(const std::string& order, std::string_view json);
    // A counter's sale of named seats; it knows what it sold.
    void soldAtCounter(const std::string& order, const std::vector<std::size_t>& seats, std::int64_t minor);

    // An order nobody has opened, taken off the list; none when there is none left.
    std::optional<Sale> nextUnopened();
    std::uint64_t orders() const { return m_promised.size(); }
    std::uint64_t places() const { return m_placesOpened; }

    // `before` and `after`: the states of the seats, one character each.
    SalesFindings check(std::string_view before, std::string_view after) const;

private:
    void add(const std::string& order, const std::string& place);

    const Hall& m_hall;
    std::map<std::string, Sale> m_promised; // by order
    std::set<std::string> m_opened;
    std::set<std::string> m_skipped;                          // tried once by nextUnopened()
    std::map<std::string, std::vector<std::string>> m_buyers; // seat label → orders
    std::map<std::string, std::uint64_t> m_standing;          // area → places
    std::vector<std::string> m_wrongMoney;
    std::int64_t m_moneyMinor = 0;
    std::uint64_t m_placesOpened = 0;
};

} // namespace parterre::rehearsal
