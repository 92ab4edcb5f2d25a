// PARTERRE_REQUIRE: a broken invariant ends the program in every build; the journal makes restarting safe.
#pragma once

namespace parterre {

// Prints file, line and the broken condition to standard error, then aborts.
[[noreturn]] void requirementFailed(const char* condition, const char* file, int line);

} // namespace parterre

#define PARTERRE_REQUIRE(condition)                                                                                    \
    do {                                                                                                               \
        if (!(condition)) [[unlikely]]                                                                                 \
            ::parterre::requirementFailed(#condition, __FILE__, __LINE__);                                             \
    } while (false)
