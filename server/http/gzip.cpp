// One call of deflate() for a whole body.
#include "server/http/gzip.h"

#include "server/http/trimmed.h"
#include "sync/base/require.h"

#include <zlib.h>

namespace parterre::http {
namespace {

constexpr int gzipWindow = 15 + 16; // the largest window, with gzip's header

// "q=0", "q=0.0" … : not wanted.
bool isRefused(std::string_view parameters)
{
    const std::size_t q = parameters.find("q=");
    if (q == std::string_view::npos)
        return false;
    const std::string_view value = trimmed(parameters.substr(q + 2));
    return value.find_first_not_of("0.") == std::string_view::npos;
}

} // namespace

QByteArray gzip(const QByteArray& bytes, Effort effort)
{
    z_stream stream{};
    const int level = effort == Effort::Best ? Z_BEST_COMPRESSION : Z_BEST_SPEED;
    const int begun = deflateInit2(&stream, level, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY);
    PARTERRE_REQUIRE(begun == Z_OK);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))),
                      Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int ended = deflate(&stream, Z_FINISH);
    PARTERRE_REQUIRE(ended == Z_STREAM_END);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

bool acceptsGzip(const Request& request)
{
    std::string_view rest = request.header("accept-encoding");
    bool any = false;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const std::string_view part = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t semicolon = std::min(part.find(';'), part.size());
        const std::string_view coding = trimmed(part.substr(0, semicolon));
        const bool wanted = !isRefused(part.substr(semicolon));
        if (coding == "gzip" || coding == "x-gzip")
            return wanted;
        any = any || (coding == "*" && wanted);
    }
    return any;
}

} // namespace parterre::http
