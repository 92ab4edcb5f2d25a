// Theme: dresses the whole application from the tokens: Fusion with our own boxes, one palette, one
// style sheet, one font.
#pragma once

#include "ui/common/tokens.h"

#include <QPalette>

class QApplication;
class QFont;
class QWidget;

namespace parterre {

// Call once at start and again whenever the person changes scheme or text size. GUI thread.
// `textScale` 1.0 to 2.0 (100 % to 200 %) multiplies every type size.
void applyTheme(QApplication& application, tokens::Scheme scheme, double textScale = 1.0);

// What applyTheme() last applied; Light before.
tokens::Scheme currentScheme();
double currentTextScale();
inline const tokens::Colours& currentColours()
{
    return tokens::colours(currentScheme());
}

// What the desktop asks for, judged by the palette Qt found at start: dark window, light text.
tokens::Scheme desktopScheme();

// The palette of a scheme by itself, for tests and off-screen pictures.
QPalette themePalette(tokens::Scheme scheme);

// The application font at a token size (tokens::type…), text scale included.
QFont themeFont(int typeSize);
// The same for money, time and counters: with figures of one width where Qt can ask for them (6.7).
QFont figuresFont(int typeSize);

// The roles the style sheet knows. Set before the widget is shown.
enum class Role {
    PrimaryButton,  // the one thing to do next
    DangerButton,   // destroys; its text carries count and name
    QuietButton,    // no frame until hovered
    Chip,           // checkable filter
    Bar,            // raised surface along an edge
    TopBar,         // the same with a hairline below
    SidePanel,      // the same with a hairline at its left
    Panel,          // raised surface with border and radius
    Muted,          // label in textMuted
    Title,          // label at typeTitle
    Total,          // label at typeTotal, figures of one width
    Pill,           // label with round ends; its colours are set by whoever shows a state
    BannerPositive, // full-width message
    BannerCaution,
    BannerDanger,
};
void setRole(QWidget* widget, Role role);

} // namespace parterre
