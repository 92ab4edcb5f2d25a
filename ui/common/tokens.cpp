// The colours of the three schemes, and the contrast formula they are checked with.
#include "ui/common/tokens.h"

#include "sync/base/require.h"

#include <algorithm>
#include <cmath>

namespace parterre::tokens {
namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Colours light()
{
    return {.surface = rgb(0xFFFFFF),
            .raised = rgb(0xF7F8FA),
            .sunken = rgb(0xECEEF2),
            .border = rgb(0xD5D9E0),
            .controlEdge = rgb(0x808896),
            .text = rgb(0x16191F),
            .textMuted = rgb(0x545C6A),
            .accent = rgb(0x1F4FBF),
            .accentText = rgb(0xFFFFFF),
            .positive = rgb(0x0B6B47),
            .positiveText = rgb(0xFFFFFF),
            .caution = rgb(0x8A5200),
            .cautionText = rgb(0xFFFFFF),
            .danger = rgb(0xB3261E),
            .dangerText = rgb(0xFFFFFF)};
}

Colours dark()
{
    return {.surface = rgb(0x15181D),
            .raised = rgb(0x1D2127),
            .sunken = rgb(0x0F1115),
            .border = rgb(0x343A44),
            .controlEdge = rgb(0x78818F),
            .text = rgb(0xECEFF4),
            .textMuted = rgb(0xA6AFBD),
            .accent = rgb(0x8AB4FF),
            .accentText = rgb(0x0B1220),
            .positive = rgb(0x5FD3A1),
            .positiveText = rgb(0x06150E),
            .caution = rgb(0xF2B84B),
            .cautionText = rgb(0x1A1204),
            .danger = rgb(0xFF8A80),
            .dangerText = rgb(0x210604)};
}

Colours highContrast()
{
    return {.surface = rgb(0x000000),
            .raised = rgb(0x000000),
            .sunken = rgb(0x000000),
            .border = rgb(0xFFFFFF),
            .controlEdge = rgb(0xFFFFFF),
            .text = rgb(0xFFFFFF),
            .textMuted = rgb(0xE6E6E6),
            .accent = rgb(0xFFE500),
            .accentText = rgb(0x000000),
            .positive = rgb(0x7CFFB2),
            .positiveText = rgb(0x000000),
            .caution = rgb(0xFFC940),
            .cautionText = rgb(0x000000),
            .danger = rgb(0xFF9E96),
            .dangerText = rgb(0x000000)};
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const Colours& colours(Scheme scheme)
{
    static const Colours lightColours = light();
    static const Colours darkColours = dark();
    static const Colours contrastColours = highContrast();
    switch (scheme) {
    case Scheme::Light:
        return lightColours;
    case Scheme::Dark:
        return darkColours;
    case Scheme::HighContrast:
        return contrastColours;
    }
    PARTERRE_REQUIRE(false);
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace parterre::tokens
