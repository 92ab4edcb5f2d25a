// Messages between counters and the centre: decoded or refused; what was decoded has one encoding.
#include "sync/base/require.h"
#include "sync/wire/log_page.h"
#include "sync/wire/op_batch.h"
#include "tests/fuzz/fuzz_input.h"

using namespace parterre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (const auto entry = decodeEntry(bytes); entry.ok())
        PARTERRE_REQUIRE(encodeEntry(*entry) == bytes);
    if (const auto batch = decodeOpBatch(bytes); batch.ok())
        PARTERRE_REQUIRE(encodeOpBatch(*batch) == bytes);
    if (const auto page = decodeLogPage(bytes); page.ok())
        PARTERRE_REQUIRE(page->entries.size() <= static_cast<std::size_t>(bytes.size()));
    return 0;
}
