// Codec of log pages: [version, log, head, first seq, digest or null, [[time since the entry before, cause or null,
// body], …]].
#include "sync/wire/log_page.h"

#include "sync/wire/entry_codec.h"
#include "sync/wire/version.h"
#include "sync/wire/wire_fields.h"

namespace parterre {

namespace {

// Room for the envelope and for one entry's own frame around its body.
constexpr std::size_t envelopeBytes = 64;
constexpr std::size_t frameBytes = 32;
// Server times in a page are this close to each other; a page with wilder clocks is refused.
constexpr std::int64_t maxStep = 1LL << 52;

std::int64_t stepFrom(Instant before, Instant at)
{
    const std::int64_t step = at.ms - before.ms;
    PARTERRE_REQUIRE(step > -maxStep && step < maxStep);
    return step;
}

void readPageEntry(CborReader& reader, LogEntry& entry, Instant& previousAt)
{
    reader.field("entry");
    reader.arrayOf(3);
    reader.field("at");
    previousAt.ms += reader.integer(-maxStep, maxStep);
    if (previousAt.ms < -maxStep || previousAt.ms > maxStep)
        reader.fail("a possible time");
    entry.at = previousAt;
    reader.field("cause");
    if (!reader.takeNull()) {
        readValue(reader, entry.cause);
        if (entry.cause.isNull())
            reader.fail("null or a cause");
    }
    readEntry(reader, entry.body);
}

} // namespace

bool LogPageWriter::add(std::uint64_t seq, Instant at, const CauseId& cause, const Bytes& body)
{
    const auto bodySize = static_cast<std::size_t>(body.size());
    if (m_count > 0 && envelopeBytes + m_entries.size() + frameBytes + bodySize > LogPage::maxBytes)
        return false;
    PARTERRE_REQUIRE(m_count == 0 || seq == m_firstSeq + m_count);
    if (m_count == 0)
        m_firstSeq = seq;
    m_entries.array(3);
    m_entries.integer(stepFrom(m_previousAt, at));
    if (cause.isNull())
        m_entries.null();
    else
        writeValue(m_entries, cause);
    m_entries.raw(body.constData(), bodySize);
    m_previousAt = at;
    ++m_count;
    return true;
}

Bytes LogPageWriter::finish() const
{
    CborWriter writer;
    writeEnvelope(writer, 5);
    writeValue(writer, m_logId);
    writer.unsignedInteger(m_headSeq);
    writer.unsignedInteger(m_firstSeq);
    if (m_count == 0 || m_firstSeq + m_count - 1 == m_headSeq)
        writer.unsignedInteger(m_headDigest);
    else
        writer.null();
    writer.array(m_count);
    writer.raw(m_entries.data(), m_entries.size());
    return writer.bytes();
}

Bytes encodeLogPage(const LogPage& page)
{
    LogPageWriter writer(page.logId, page.headSeq, page.digest.value_or(0));
    for (const LogEntry& entry : page.entries)
        PARTERRE_REQUIRE(writer.add(entry.seq, entry.at, entry.cause, encodeEntry(entry.body)));
    return writer.finish();
}

Result<LogPage> decodeLogPage(const Bytes& bytes)
{
    // One entry alone may be larger than a page; nothing the server makes is larger than this.
    if (static_cast<std::size_t>(bytes.size()) > 16 * LogPage::maxBytes)
        return Error{ErrorCode::TooLarge, "log page: more than 16 MiB"};
    CborReader reader(bytes, CborReader::Trust::Own);
    LogPage page;
    readEnvelope(reader, 5);
    reader.field("log_id");
    readValue(reader, page.logId);
    reader.field("head_seq");
    readValue(reader, page.headSeq);
    reader.field("first_seq");
    std::uint64_t seq = 0;
    readValue(reader, seq);
    reader.field("digest");
    readValue(reader, page.digest);
    reader.field("entries");
    const std::size_t count = reader.array();
    if ((seq == 0) != (count == 0))
        reader.fail("a first position exactly when there are entries");
    Instant at;
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        LogEntry& entry = page.entries.emplace_back();
        entry.seq = seq + i;
        readPageEntry(reader, entry, at);
    }
    const bool reachesHead = count == 0 || seq + count - 1 == page.headSeq;
    if (page.digest.has_value() != reachesHead)
        reader.fail("a digest exactly when the page reaches the head");
    reader.finish();
    if (!reader.ok())
        return reader.error("log page");
    return page;
}

Bytes pullStatement(EventId event, LogId logId, std::uint64_t after)
{
    return Bytes::fromStdString("pull " + event.toString() + " " + logId.toString() + " " + std::to_string(after));
}

} // namespace parterre
