// Port OrderQueries: looks orders up in the rows written beside the log. Sees committed data; never waits for the
// writer.
#pragma once

#include "server/ledger/ledger.h"

namespace parterre {

struct FoundOrder
{
    EventId event;
    std::uint64_t seq = 0; // of the entry that placed it
    std::string code;      // orderCode(order.id)
    Order order;           // tickets in the order of the sale, with what was voided since
    friend bool operator==(const FoundOrder&, const FoundOrder&) = default;
};

// One thread at a time (not necessarily the ledger's).
class OrderQueries
{
public:
    virtual ~OrderQueries() = default;
    static constexpr std::size_t maxResults = 200; // larger limits are cut to this

    virtual Result<std::optional<FoundOrder>> byId(OrderId id) = 0;
    // Orders of the event whose code or e-mail address begins with `text`, whose buyer's name contains it (letters of
    // either case), or which own the seat with this label. Newest first. An empty text finds the newest.
    virtual Result<std::vector<FoundOrder>> search(EventId event, std::string_view text, std::size_t limit) = 0;
    // Newest first, placed before entry `beforeSeq` (0: the newest there are): page on with the last one's seq.
    virtual Result<std::vector<FoundOrder>> latest(EventId event, std::size_t limit, std::uint64_t beforeSeq = 0) = 0;

    // As Ledger::entries(): old pulls need not trouble the arbiter's thread.
    virtual Result<std::vector<StoredEntry>> entries(EventId event, std::uint64_t after, std::size_t limit,
                                                     std::size_t maxBytes) = 0;
};

} // namespace parterre
