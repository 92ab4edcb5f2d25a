// Design tokens: the sizes and colours every screen is made of. The web pages use the same names.
#pragma once

#include <QColor>

namespace parterre::tokens {

// Logical pixels.
inline constexpr int space4 = 4;
inline constexpr int space8 = 8;
inline constexpr int space12 = 12;
inline constexpr int space16 = 16;
inline constexpr int space24 = 24;
inline constexpr int space32 = 32;
inline constexpr int radius = 6;
inline constexpr int controlPadding = 6; // above and below the text of a button or a field
inline constexpr int touchTarget = 44;   // smallest side of anything pressed with a finger

// Type sizes in logical pixels at 100 % text size.
inline constexpr int typeCaption = 12;
inline constexpr int typeBody = 14;
inline constexpr int typeEmphasis = 16;
inline constexpr int typeTitle = 20;
inline constexpr int typeHeadline = 28;
inline constexpr int typeTotal = 40;

// The longest animation; none at all under reduced motion.
inline constexpr int motionMs = 150;

enum class Scheme { Light, Dark, HighContrast };

// Text colours reach 4.5:1 on `surface`, `raised` and `sunken`; on…Text colours reach 4.5:1 on their namesake.
// Price areas are not here: their hues belong to the map (ui/seatmap/map_colours.h), which the chips reuse.
struct Colours
{
    QColor surface;     // where content lies: map, lists, fields
    QColor raised;      // bars, basket, sheets
    QColor sunken;      // window ground, disabled fields
    QColor border;      // hairlines; decorative
    QColor controlEdge; // edge of anything to press or fill in, 3:1 on surface
    QColor text;
    QColor textMuted; // captions, units, hints
    QColor accent;    // the one thing to do next; links; focus
    QColor accentText;
    QColor positive;
    QColor positiveText;
    QColor caution;
    QColor cautionText;
    QColor danger;
    QColor dangerText;
};

const Colours& colours(Scheme scheme);

// The WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace parterre::tokens
