// verifyLedger(): replays every log and compares everything the ledger keeps with what the logs say.
#pragma once

#include "server/ledger/order_queries.h"

#include <string>
#include <vector>

namespace parterre {

struct VerifyReport
{
    std::vector<std::string> findings; // sentences; empty: all is well. At most maxFindings are kept.
    std::uint64_t events = 0;
    std::uint64_t entries = 0;
    std::uint64_t orders = 0;
    std::uint64_t soldPlaces = 0; // seats and standing units with a valid ticket now
    std::uint64_t doubleSold = 0; // places with more than one, counted from the entries alone
    std::uint64_t ops = 0;
    static constexpr std::size_t maxFindings = 200;
    bool ok() const { return findings.empty(); }
};

// Per event: the log is gap-free, its hash chain holds to the recorded head (I9), every entry decodes and follows, the
// state audits clean (I1, I3); one owner a seat, counted a second time from the entries without the state; every op has
// its final outcome at a position the log has reached, hash-linked (I5, I6); charged and paid sums agree (I13). With
// `orders`: every order and ticket row is the one the log makes, and there is none beside them.
// Nothing may write meanwhile. An Error only when the ledger cannot be read at all.
Result<VerifyReport> verifyLedger(Ledger& ledger, OrderQueries* orders);

} // namespace parterre
