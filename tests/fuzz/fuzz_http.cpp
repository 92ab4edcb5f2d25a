// HTTP as a peer sends it: the first byte says in pieces of what length, the rest is the connection. However it is cut, the
// same requests come out.
#include "server/http/gzip.h"
#include "server/http/message_parser.h"
#include "server/http/prepared.h"
#include "server/http/trusted_proxies.h"
#include "sync/base/require.h"
#include "tests/fuzz/fuzz_input.h"

#include <string>

using namespace parterre;
using namespace parterre::http;

namespace {

void look(const Request& request)
{
    (void)request.cookie("parterre_fan");
    (void)request.queryValue("since");
    (void)acceptsGzip(request);
    (void)namesTag(request.header("if-none-match"), "tag");
    static const auto proxies = *TrustedProxies::parse("127.0.0.1, 10.0.0.0/8, fd00::/8");
    (void)proxies.askerOf(QHostAddress(QHostAddress::LocalHost), request.header("x-forwarded-for"));
    const auto form =
        parseForm({request.body.constData(), static_cast<std::size_t>(request.body.size())}, 2'000);
    if (form.ok())
        for (const auto& [name, value] : *form)
            PARTERRE_REQUIRE(isUtf8(name) && isUtf8(value));
    PARTERRE_REQUIRE(request.path.starts_with('/') && request.path.find("/../") == std::string::npos);
}

// What came out, as one text.
std::string readAll(std::string_view input, std::size_t piece)
{
    static const Limits limits;
    MessageParser parser(limits);
    std::string seen;
    std::string pending;
    std::size_t given = 0;
    while (given < input.size() || !pending.empty()) {
        const std::size_t part = std::min(piece, input.size() - given);
        pending += input.substr(given, part);
        given += part;
        std::size_t used = 0;
        const auto progress = parser.feed(pending, used);
        PARTERRE_REQUIRE(used <= pending.size());
        pending.erase(0, used);
        if (progress == MessageParser::Progress::Failed)
            return seen + "failed " + std::to_string(parser.problem().status);
        if (progress == MessageParser::Progress::Done) {
            look(parser.request());
            seen += parser.request().path + ' ' + parser.request().body.toStdString() + '\n';
            parser.reset();
        } else if (progress == MessageParser::Progress::NeedMore && part == 0) {
            break;
        }
    }
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view input = fuzz::textOf(data + 1, size - 1);
    const std::string whole = readAll(input, input.size() + 1);
    PARTERRE_REQUIRE(readAll(input, data[0] % 64 + 1) == whole);
    return 0;
}
