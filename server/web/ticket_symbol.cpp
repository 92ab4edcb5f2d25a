// Each row of modules is one line of dashes in a single path: a few kilobytes a code.
#include "server/web/ticket_symbol.h"

#include "server/web/html.h"
#include "sync/wire/ticket_code.h"

#include <zint.h>

#include <memory>

namespace parterre::web {
namespace {

constexpr int quietZone = 4; // modules, as ISO/IEC 18004 asks

} // namespace

TicketSymbol ticketSymbol(const std::string& text)
{
    PARTERRE_REQUIRE(text.size() <= 1000);
    const std::unique_ptr<zint_symbol, void (*)(zint_symbol*)> symbol(ZBarcode_Create(), ZBarcode_Delete);
    PARTERRE_REQUIRE(symbol);
    symbol->symbology = BARCODE_QRCODE;
    symbol->input_mode = DATA_MODE;
    symbol->option_1 = 2; // error correction M: 15 % may be dirt or a fold
    const int status = ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char*>(text.data()),
                                       static_cast<int>(text.size()));
    PARTERRE_REQUIRE(status < ZINT_ERROR);
    TicketSymbol result;
    result.size = symbol->width;
    result.dark.reserve(static_cast<std::size_t>(symbol->width) * static_cast<std::size_t>(symbol->rows));
    for (int y = 0; y < symbol->rows; ++y)
        for (int x = 0; x < symbol->width; ++x)
            result.dark.push_back((symbol->encoded_data[y][x >> 3] >> (x & 7)) & 1);
    return result;
}

std::string symbolSvg(const std::string& text, const QString& name)
{
    const TicketSymbol symbol = ticketSymbol(text);
    const std::string side = std::to_string(symbol.size + 2 * quietZone);
    std::string path;
    for (int y = 0; y < symbol.size; ++y) {
        path += "M" + std::to_string(quietZone) + ' ' + std::to_string(y + quietZone) + ".5";
        for (int x = 0; x < symbol.size;) {
            const auto at = [&](int column) { return symbol.dark[static_cast<std::size_t>(y * symbol.size + column)]; };
            const int start = x;
            const bool dark = at(x);
            while (x < symbol.size && at(x) == dark)
                ++x;
            if (dark)
                path += 'h' + std::to_string(x - start);
            else if (x < symbol.size)
                path += 'm' + std::to_string(x - start) + " 0";
        }
    }
    return "<svg class=\"code\" role=\"img\" aria-label=\"" + escape(name) + "\" viewBox=\"0 0 " + side + ' ' + side +
           "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side +
           "H0z\"/><path stroke=\"#000\" d=\"" + path + "\"/></svg>";
}

std::string ticketCodeOf(const EventMirror& mirror, const Order& order, const Ticket& ticket,
                         const SigningKey& serverKey)
{
    const std::string place =
        ticket.seat ? mirror.plan().label(*ticket.seat) : mirror.plan().standing()[ticket.standing->value].name;
    return encodeTicketCode({mirror.event(),
                             ticket.serial,
                             {},
                             orderCode(order.id),
                             place,
                             mirror.state().terms().priceTypes[ticket.priceType.value]},
                            serverKey)
        .toStdString();
}

} // namespace parterre::web
