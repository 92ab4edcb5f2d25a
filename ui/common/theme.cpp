// Builds the palette and the style sheet from the tokens and hands them to the application.
#include "ui/common/theme.h"

#include "sync/base/require.h"
#include "ui/common/control_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

// What applyTheme() did last; one application has one theme.
struct Applied
{
    tokens::Scheme scheme = tokens::Scheme::Light;
    double textScale = 1.0;
};

Applied& applied()
{
    static Applied value;
    return value;
}

QString systemFamily()
{
    for (const QString& family : {u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s})
        if (QFontDatabase::hasFamily(family))
            return family;
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QLatin1String roleName(Role role)
{
    switch (role) {
    case Role::PrimaryButton:
        return "primary"_L1;
    case Role::DangerButton:
        return "danger"_L1;
    case Role::QuietButton:
        return "quiet"_L1;
    case Role::Chip:
        return "chip"_L1;
    case Role::Bar:
        return "bar"_L1;
    case Role::TopBar:
        return "top-bar"_L1;
    case Role::SidePanel:
        return "side-panel"_L1;
    case Role::Pill:
        return "pill"_L1;
    case Role::Panel:
        return "panel"_L1;
    case Role::Muted:
        return "muted"_L1;
    case Role::Title:
        return "title"_L1;
    case Role::Total:
        return "total"_L1;
    case Role::BannerPositive:
        return "banner-positive"_L1;
    case Role::BannerCaution:
        return "banner-caution"_L1;
    case Role::BannerDanger:
        return "banner-danger"_L1;
    }
    PARTERRE_REQUIRE(false);
}

// @names stand for tokens, so the sheet reads like a sheet and holds no number of its own. No min-height: it would
// override what a widget asks for itself.
constexpr QLatin1String sheet(R"(
QToolTip { background: @text; color: @surface; border: 0; padding: @space4; font-size: @caption; }
QPushButton, QToolButton { background: @surface; color: @text; border: 1px solid @controlEdge; border-radius: @radius;
    padding: @control @space12; }
QPushButton:hover, QToolButton:hover { background: @sunken; }
QPushButton:pressed, QToolButton:pressed { background: @border; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; }
QPushButton:disabled, QToolButton:disabled { color: @textMuted; background: @sunken; border-color: @border; }
*[role="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
*[role="primary"]:hover { background: @accent; }
*[role="primary"]:focus { border: 2px solid @text; }
*[role="primary"]:disabled { background: @sunken; color: @textMuted; border-color: @border; }
*[role="danger"] { background: @danger; color: @onDanger; border-color: @danger; font-weight: 600; }
*[role="danger"]:hover { background: @danger; }
*[role="quiet"] { background: transparent; border-color: transparent; }
*[role="quiet"]:hover { background: @sunken; }
*[role="chip"] { border-radius: @chip; padding: 2px @space4 2px @space8; }
*[role="pill"] { border-radius: @pill; padding: 1px @space8; font-size: @caption; font-weight: 600; }
*[role="chip"]:checked { background: @text; color: @surface; border-color: @text; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit { background: @surface; color: @text;
    border: 1px solid @controlEdge; border-radius: @radius; padding: @control @space8;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus { border: 2px solid @accent; }
QComboBox::drop-down { border: 0; width: @space24; }
QTreeView, QListView, QTableView { background: @surface; color: @text; border: 1px solid @border;
    border-radius: @radius; }
QTreeView:focus, QListView:focus, QTableView:focus { border-color: @accent; }
QTreeView::item { border: 0; padding: @space4 @space8; }
QTreeView::item:selected { background: @accent; color: @onAccent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; }
QHeaderView::section { background: @raised; color: @textMuted; border: 0; border-bottom: 1px solid @border;
    padding: @space4 @space8; font-size: @caption; }
*[role="bar"] { background: @raised; border: 0; }
*[role="top-bar"] { background: @raised; border: 0; border-bottom: 1px solid @border; }
*[role="side-panel"] { background: @raised; border: 0; border-left: 1px solid @border; }
*[role="panel"] { background: @raised; border: 1px solid @border; border-radius: @radius; }
*[role="muted"] { color: @textMuted; }
*[role="title"] { font-size: @title; font-weight: 600; }
*[role="total"] { font-size: @total; font-weight: 600; }
*[role="banner-positive"] { background: @positive; color: @onPositive; padding: @space8 @space16; }
*[role="banner-caution"] { background: @caution; color: @onCaution; padding: @space8 @space16; }
*[role="banner-danger"] { background: @danger; color: @onDanger; padding: @space8 @space16; }
)");

// Large type grows less: at 200 % it is legible long before it is twice as large, and would push the buttons out.
double scaleOf(int typeSize, double textScale)
{
    return typeSize >= tokens::typeHeadline ? std::min(textScale, 1.4) : textScale;
}

QString pixels(double value)
{
    return QString::number(qRound(value)) + u"px"_s;
}

QString styleSheet(const tokens::Colours& c, double textScale)
{
    // Longer names first where one begins another (@textMuted before @text).
    const std::pair<QLatin1String, QString> values[] = {
        {"@textMuted"_L1, c.textMuted.name()},
        {"@text"_L1, c.text.name()},
        {"@surface"_L1, c.surface.name()},
        {"@raised"_L1, c.raised.name()},
        {"@sunken"_L1, c.sunken.name()},
        {"@border"_L1, c.border.name()},
        {"@controlEdge"_L1, c.controlEdge.name()},
        {"@control"_L1, pixels(tokens::controlPadding)},
        {"@accent"_L1, c.accent.name()},
        {"@onAccent"_L1, c.accentText.name()},
        {"@positive"_L1, c.positive.name()},
        {"@onPositive"_L1, c.positiveText.name()},
        {"@caution"_L1, c.caution.name()},
        {"@onCaution"_L1, c.cautionText.name()},
        {"@danger"_L1, c.danger.name()},
        {"@onDanger"_L1, c.dangerText.name()},
        {"@space4"_L1, pixels(tokens::space4)},
        {"@space8"_L1, pixels(tokens::space8)},
        {"@space12"_L1, pixels(tokens::space12)},
        {"@space16"_L1, pixels(tokens::space16)},
        {"@space24"_L1, pixels(tokens::space24)},
        {"@radius"_L1, pixels(tokens::radius)},
        {"@chip"_L1, pixels(tokens::space12)},
        {"@pill"_L1, pixels(tokens::space8)},
        {"@caption"_L1, pixels(tokens::typeCaption * textScale)},
        {"@title"_L1, pixels(tokens::typeTitle * textScale)},
        {"@total"_L1, pixels(tokens::typeTotal * scaleOf(tokens::typeTotal, textScale))},
    };
    QString text = sheet;
    for (const auto& [name, value] : values)
        text.replace(name, value);
    return text;
}

} // namespace

QPalette themePalette(tokens::Scheme scheme)
{
    const tokens::Colours& c = tokens::colours(scheme);
    QPalette palette;
    palette.setColor(QPalette::Window, c.raised);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.textMuted);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.danger);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.accentText);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.text);
    palette.setColor(QPalette::ToolTipText, c.surface);
    palette.setColor(QPalette::Light, c.raised);
    palette.setColor(QPalette::Midlight, c.border);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.controlEdge);
    palette.setColor(QPalette::Shadow, c.text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.textMuted);
    return palette;
}

void applyTheme(QApplication& application, tokens::Scheme scheme, double textScale)
{
    applied() = {scheme, std::clamp(textScale, 1.0, 2.0)};
    application.setStyle(new ControlStyle);
    application.setPalette(themePalette(scheme));
    application.setFont(themeFont(tokens::typeBody));
    application.setStyleSheet(styleSheet(tokens::colours(scheme), applied().textScale));
}

tokens::Scheme currentScheme()
{
    return applied().scheme;
}

double currentTextScale()
{
    return applied().textScale;
}

tokens::Scheme desktopScheme()
{
    const QPalette palette = QApplication::style() ? QApplication::style()->standardPalette() : QPalette();
    const bool isDark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return isDark ? tokens::Scheme::Dark : tokens::Scheme::Light;
}

QFont themeFont(int typeSize)
{
    QFont font(systemFamily());
    font.setPixelSize(qRound(typeSize * scaleOf(typeSize, applied().textScale)));
    return font;
}

QFont figuresFont(int typeSize)
{
    QFont font = themeFont(typeSize);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    // Older Qt cannot ask for them; a second family beside the first would look worse than figures that differ a
    // little.
    return font;
}

void setRole(QWidget* widget, Role role)
{
    widget->setProperty("role", roleName(role));
}

} // namespace parterre
