// LogPage: a stretch of an event log as a puller gets it.
#pragma once

#include "sync/wire/cbor_writer.h"
#include "sync/wire/op.h"

#include <optional>
#include <vector>

namespace parterre {

struct LogPage
{
    static constexpr std::size_t maxBytes = 1024 * 1024;
    LogId logId;
    std::uint64_t headSeq = 0; // of the log; entries may end before it (pull again)
    std::vector<LogEntry> entries;
    // EventState::digest() at headSeq, when the page reaches it: a puller that has applied the page must have the same.
    std::optional<std::uint64_t> digest;
    friend bool operator==(const LogPage&, const LogPage&) = default;
};

// Precondition: the seq of the entries are consecutive and the page stays within maxBytes (LogPageWriter says when).
Bytes encodeLogPage(const LogPage& page);
// Refuses more than maxBytes (TooLarge); seq of the entries are consecutive. What is accepted is spelt canonically:
// encodeEntry() of a body gives the very bytes the server hashed, so the puller can follow the hash chain.
Result<LogPage> decodeLogPage(const Bytes& bytes);

// Makes a page from entries as they are stored, without decoding them: the server's way to answer a pull.
class LogPageWriter
{
public:
    // `headDigest`: of the state at headSeq.
    LogPageWriter(LogId logId, std::uint64_t headSeq, std::uint64_t headDigest)
        : m_logId(logId), m_headSeq(headSeq), m_headDigest(headDigest)
    {}

    // `body` is what encodeEntry() made. False, and nothing added, when the page would grow beyond LogPage::maxBytes;
    // the first entry is always taken. Precondition: seq follows the one added before.
    bool add(std::uint64_t seq, Instant at, const CauseId& cause, const Bytes& body);
    std::size_t count() const { return m_count; }
    Bytes finish() const; // an empty page says that there is nothing after the head

private:
    LogId m_logId;
    std::uint64_t m_headSeq;
    std::uint64_t m_headDigest;
    std::uint64_t m_firstSeq = 0;
    std::size_t m_count = 0;
    Instant m_previousAt;
    CborWriter m_entries;
};

// What a counter signs when it asks for the entries after a position: that it has seen the log up to there. It stays
// true, so who repeats it says nothing new.
Bytes pullStatement(EventId event, LogId logId, std::uint64_t after);

// One entry body as it is stored in the ledger and the cache.
Bytes encodeEntry(const EntryBody& body);
Result<EntryBody> decodeEntry(const Bytes& bytes);

} // namespace parterre
