// Where a broken invariant ends the program.
#include "sync/base/require.h"

#include <cstdio>
#include <cstdlib>

namespace parterre {

void requirementFailed(const char* condition, const char* file, int line)
{
    std::fprintf(stderr, "parterre: broken invariant: %s (%s:%d)\n", condition, file, line);
    std::fflush(stderr);
    std::abort();
}

} // namespace parterre
