// Aztec by zint: dense, needs no quiet zone, reads well from phones and paper.
#include "app/devices/code_symbol.h"

#include <zint.h>

#include <memory>

namespace parterre {

Result<CodeSymbol> codeSymbol(const std::string& text)
{
    if (text.size() > 1000)
        return Error{ErrorCode::TooLarge, "ticket code"};
    const std::unique_ptr<zint_symbol, void (*)(zint_symbol*)> symbol(ZBarcode_Create(), ZBarcode_Delete);
    if (!symbol)
        return Error{ErrorCode::Internal, "no memory for the ticket code"};
    symbol->symbology = BARCODE_AZTEC;
    symbol->input_mode = DATA_MODE;
    const int status = ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char*>(text.data()),
                                       static_cast<int>(text.size()));
    if (status >= ZINT_ERROR)
        return Error{ErrorCode::Internal, symbol->errtxt};
    CodeSymbol result;
    result.size = symbol->width;
    result.dark.reserve(static_cast<std::size_t>(symbol->width) * static_cast<std::size_t>(symbol->rows));
    for (int y = 0; y < symbol->rows; ++y)
        for (int x = 0; x < symbol->width; ++x)
            result.dark.push_back((symbol->encoded_data[y][x >> 3] >> (x & 7)) & 1);
    return result;
}

} // namespace parterre
