// The keys by context, written as keycaps.
#include "ui/desk/shortcut_bar.h"

#include "sync/base/require.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

KeyHints keysOf(ShortcutBar::Context context)
{
    switch (context) {
    case ShortcutBar::Context::Map:
        return {{u"1–9"_s, ShortcutBar::tr("best seats")}, {u"←↑→↓"_s, ShortcutBar::tr("move")},
                {u"Enter"_s, ShortcutBar::tr("pick")},     {u"F"_s, ShortcutBar::tr("whole house")},
                {u"G"_s, ShortcutBar::tr("section")},      {u"Alt+0–8"_s, ShortcutBar::tr("price area")},
                {u"L"_s, ShortcutBar::tr("list")},         {u"Ctrl+O"_s, ShortcutBar::tr("orders")},
                {u"Ctrl+E"_s, ShortcutBar::tr("events")}};
    case ShortcutBar::Context::Basket:
        return {{u"C"_s, ShortcutBar::tr("cash")},
                {u"K"_s, ShortcutBar::tr("card")},
                {u"1–9"_s, ShortcutBar::tr("best / next best")},
                {u"T"_s, ShortcutBar::tr("price type")},
                {u"B"_s, ShortcutBar::tr("single places")},
                {u"R"_s, ShortcutBar::tr("reserve")},
                {u"X"_s, ShortcutBar::tr("more time")},
                {u"Esc"_s, ShortcutBar::tr("empty basket")}};
    case ShortcutBar::Context::Lines:
        return {{u"↑↓"_s, ShortcutBar::tr("choose")},
                {u"T"_s, ShortcutBar::tr("price type of this place")},
                {u"Del"_s, ShortcutBar::tr("remove this place")},
                {u"C"_s, ShortcutBar::tr("cash")},
                {u"Esc"_s, ShortcutBar::tr("back to the map")}};
    case ShortcutBar::Context::List:
        return {{u"↑↓→←"_s, ShortcutBar::tr("choose")},
                {u"Enter"_s, ShortcutBar::tr("pick")},
                {u"1–9"_s, ShortcutBar::tr("best seats")},
                {u"C"_s, ShortcutBar::tr("cash")},
                {u"L"_s, ShortcutBar::tr("map")}};
    case ShortcutBar::Context::Ask:
        return {{u"Enter"_s, ShortcutBar::tr("do it")}, {u"Esc"_s, ShortcutBar::tr("back")}};
    case ShortcutBar::Context::Cash:
        return {{u"Enter"_s, ShortcutBar::tr("sell")},
                {u"0–9"_s, ShortcutBar::tr("amount given")},
                {u"Esc"_s, ShortcutBar::tr("back to the basket")}};
    case ShortcutBar::Context::Sold:
        return {{u"Enter"_s, ShortcutBar::tr("next customer")}, {u"P"_s, ShortcutBar::tr("print tickets")}};
    case ShortcutBar::Context::Orders:
        return {{u"↑↓"_s, ShortcutBar::tr("choose")},
                {u"P"_s, ShortcutBar::tr("print again")},
                {u"Del"_s, ShortcutBar::tr("void")},
                {u"Esc"_s, ShortcutBar::tr("back")}};
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

ShortcutBar::ShortcutBar(QWidget* parent) : QFrame(parent), m_text(new QLabel(this))
{
    setRole(this, Role::Bar);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(tokens::space16, tokens::space4, tokens::space16, tokens::space4);
    layout->addWidget(m_text);
    m_text->setTextFormat(Qt::RichText);
    // A long line must not force the window wider than the screen.
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setContext(Context::Map);
}

void ShortcutBar::setContext(Context context)
{
    setKeys(keysOf(context));
}

void ShortcutBar::setKeys(const KeyHints& keys)
{
    const auto& c = currentColours();
    QString html;
    for (const auto& [key, what] : keys)
        html +=
            u"<span style='color:%1;font-weight:600'>&nbsp;%2&nbsp;</span><span style='color:%3'> %4</span> &nbsp; &nbsp;"_s
                .arg(c.text.name(), key.toHtmlEscaped(), c.textMuted.name(), what.toHtmlEscaped());
    m_text->setText(html);
}

} // namespace parterre
