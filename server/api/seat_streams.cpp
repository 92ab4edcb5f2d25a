// "id: SEQ", "data: [[seat index, state], …]"; "event: resync" when a reader is too far behind for changes.
#include "server/api/seat_streams.h"

#include "server/api/answers.h"

namespace parterre {
namespace {

constexpr Milliseconds gather{100};
constexpr Milliseconds heartbeat{15'000};
constexpr qint64 slowReader = 64 * 1024; // unsent bytes past which a reader is left to catch up first
constexpr qint64 longestChange = 14;     // bytes: ,[99999999,"f"]

} // namespace

void SeatStreams::add(const EventMirror& mirror, std::uint64_t after, http::Stream stream)
{
    stream.write("retry: 2000\n\n");
    m_readers.push_back({&mirror, after, std::move(stream)});
    send(m_readers.back());
    if (!m_beating) {
        m_beating = true;
        m_context.scheduler.after(heartbeat, [this] { beat(); });
    }
}

void SeatStreams::advanced(const EventMirror&)
{
    if (!m_readers.empty())
        schedule();
}

void SeatStreams::schedule()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    m_context.scheduler.after(gather, [this] {
        m_scheduled = false;
        sendAll();
    });
}

void SeatStreams::sendAll()
{
    std::erase_if(m_readers, [](const Reader& reader) { return !reader.stream.isOpen(); });
    bool left = false;
    for (Reader& reader : m_readers) {
        send(reader);
        left = left || reader.seq != reader.mirror->seq();
    }
    if (left)
        schedule();
}

void SeatStreams::send(Reader& reader)
{
    if (reader.seq == reader.mirror->seq() || reader.stream.backlog() > slowReader)
        return;
    auto changes = reader.mirror->changesSince(reader.seq);
    if (changes && static_cast<qint64>(changes->size()) * longestChange > slowReader)
        changes.reset(); // the whole map, compressed, is smaller, and a message past the backlog would end the stream
    reader.seq = reader.mirror->seq();
    QByteArray message = "id: " + QByteArray::number(static_cast<quint64>(reader.seq));
    if (!changes) {
        message += "\nevent: resync\ndata: {}\n\n";
    } else if (changes->empty()) {
        return; // entries that change no seat
    } else {
        message += "\ndata: " + changesJson(*changes) + "\n\n";
    }
    reader.stream.write(message);
}

void SeatStreams::beat()
{
    std::erase_if(m_readers, [](const Reader& reader) { return !reader.stream.isOpen(); });
    for (Reader& reader : m_readers)
        if (reader.stream.backlog() == 0)
            reader.stream.write(": still here\n\n");
    m_beating = !m_readers.empty();
    if (m_beating)
        m_context.scheduler.after(heartbeat, [this] { beat(); });
}

} // namespace parterre
