// SeatStreams: everybody who follows the seats of an event by server-sent events. Changes are gathered for a tenth of a
// second and sent once; a slow reader gets fewer, larger messages and never holds anything up.
#pragma once

#include "server/api/api_context.h"
#include "server/http/responder.h"

#include <vector>

namespace parterre {

class SeatStreams
{
public:
    explicit SeatStreams(ApiContext& context) : m_context(context) {}

    // `after`: the position the reader knows already.
    void add(const EventMirror& mirror, std::uint64_t after, http::Stream stream);
    void advanced(const EventMirror& mirror); // new entries
    std::size_t count() const { return m_readers.size(); }

private:
    struct Reader
    {
        const EventMirror* mirror;
        std::uint64_t seq; // sent up to here
        http::Stream stream;
    };
    void schedule();
    void sendAll();
    void send(Reader& reader);
    void beat();

    ApiContext& m_context;
    std::vector<Reader> m_readers;
    bool m_scheduled = false;
    bool m_beating = false;
};

} // namespace parterre
