// The tokens behind each level.
#include "ui/common/level.h"

#include "sync/base/require.h"
#include "ui/common/theme.h"

namespace parterre {

using namespace Qt::StringLiterals;

LevelColours coloursOf(Level level)
{
    const auto& c = currentColours();
    switch (level) {
    case Level::Good:
        return {c.positive, c.positiveText};
    case Level::Caution:
        return {c.caution, c.cautionText};
    case Level::Danger:
        return {c.danger, c.dangerText};
    }
    PARTERRE_REQUIRE(false);
}

QString signOf(Level level)
{
    switch (level) {
    case Level::Good:
        return u"●"_s;
    case Level::Caution:
        return u"▲"_s;
    case Level::Danger:
        return u"✕"_s;
    }
    PARTERRE_REQUIRE(false);
}

} // namespace parterre
