// JSON of requests and notices: read or refused with a sentence, and what two readers read is the same.
#include "server/payment/payment_notice.h"
#include "sync/base/require.h"
#include "sync/wire/api_json.h"
#include "tests/fuzz/fuzz_input.h"

using namespace parterre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const auto notice = decodeNotice(bytes);
    if (notice.ok())
        PARTERRE_REQUIRE(*decodeNotice(encodeNotice(*notice)) == *notice);
    else
        PARTERRE_REQUIRE(!notice.error().detail.empty());
    JsonBody body(bytes);
    auto fields = body.fields();
    (void)fields.optionalText("name", 200);
    (void)fields.optionalInteger("quantity", 1, 10'000);
    for (auto& one : fields.has("price_types") ? fields.objects("price_types", 1'000) : std::vector<JsonFields>()) {
        (void)one.text("place");
        (void)one.text("type");
    }
    if (fields.has("seats"))
        (void)fields.texts("seats", maxNamedSeats);
    if (!body.ok())
        PARTERRE_REQUIRE(!body.error().detail.empty());
    std::vector<std::string_view> labels;
    if (plainSeatLabels(fuzz::textOf(data, size), labels)) { // the quick reader took it: the strict one must agree
        JsonBody strict(bytes);
        auto again = strict.fields();
        const auto texts = again.texts("seats", maxNamedSeats);
        if (strict.ok()) {
            PARTERRE_REQUIRE(texts.size() == labels.size());
            for (std::size_t i = 0; i < texts.size(); ++i)
                PARTERRE_REQUIRE(texts[i] == labels[i]);
        }
    }
    return 0;
}
