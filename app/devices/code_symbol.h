// codeSymbol(): the dark modules of an Aztec symbol, drawn by zint.
#pragma once

#include "sync/base/result.h"

#include <string>
#include <vector>

namespace parterre {

struct CodeSymbol
{
    int size = 0;           // modules a side
    std::vector<bool> dark; // row by row, size × size
};

// `text` up to 1,000 bytes. Error: TooLarge or Internal with zint's words.
Result<CodeSymbol> codeSymbol(const std::string& text);

} // namespace parterre
