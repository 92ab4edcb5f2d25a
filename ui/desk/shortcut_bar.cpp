// The keys by context, written as keycaps.
#include "ui/desk/shortcut_bar.h"

#include "sync/base/require.h"
#include "ui/common/flow_layout.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostLines = 2;

KeyHints keysOf(ShortcutBar::Context context)
{
    switch (context) {
    case ShortcutBar::Context::Map:
        return {{u"1–9"_s, ShortcutBar::tr("best seats")},
                {u"←↑→↓"_s, ShortcutBar::tr("move")},
                {keyName(Qt::Key_Return), ShortcutBar::tr("pick")},
                {u"F"_s, ShortcutBar::tr("whole house")},
                {u"G"_s, ShortcutBar::tr("section")},
                {u"Alt+0–8"_s, ShortcutBar::tr("price area")},
                {u"L"_s, ShortcutBar::tr("list")},
                {keyName(u"Ctrl+O"_s), ShortcutBar::tr("orders")},
                {keyName(u"Ctrl+E"_s), ShortcutBar::tr("events")}};
    case ShortcutBar::Context::Basket:
        return {{u"C"_s, ShortcutBar::tr("cash")},
                {u"K"_s, ShortcutBar::tr("card")},
                {u"1–9"_s, ShortcutBar::tr("best / next best")},
                {u"T"_s, ShortcutBar::tr("price type")},
                {u"B"_s, ShortcutBar::tr("single places")},
                {u"R"_s, ShortcutBar::tr("reserve")},
                {u"X"_s, ShortcutBar::tr("more time")},
                {keyName(Qt::Key_Escape), ShortcutBar::tr("empty basket")}};
    case ShortcutBar::Context::Lines:
        return {{u"↑↓"_s, ShortcutBar::tr("choose")},
                {u"T"_s, ShortcutBar::tr("price type of this place")},
                {keyName(Qt::Key_Delete), ShortcutBar::tr("remove this place")},
                {u"C"_s, ShortcutBar::tr("cash")},
                {keyName(Qt::Key_Escape), ShortcutBar::tr("back to the map")}};
    case ShortcutBar::Context::List:
        return {{u"↑↓→←"_s, ShortcutBar::tr("choose")},
                {keyName(Qt::Key_Return), ShortcutBar::tr("pick")},
                {u"1–9"_s, ShortcutBar::tr("best seats")},
                {u"C"_s, ShortcutBar::tr("cash")},
                {u"L"_s, ShortcutBar::tr("map")}};
    case ShortcutBar::Context::Ask:
        return {{keyName(Qt::Key_Return), ShortcutBar::tr("do it")},
                {keyName(Qt::Key_Escape), ShortcutBar::tr("back")}};
    case ShortcutBar::Context::Cash:
        return {{keyName(Qt::Key_Return), ShortcutBar::tr("sell")},
                {u"0–9"_s, ShortcutBar::tr("amount given")},
                {keyName(Qt::Key_Escape), ShortcutBar::tr("back to the basket")}};
    case ShortcutBar::Context::Sold:
        return {{keyName(Qt::Key_Return), ShortcutBar::tr("next customer")},
                {u"P"_s, ShortcutBar::tr("print tickets")}};
    case ShortcutBar::Context::Orders:
        return {{u"↑↓"_s, ShortcutBar::tr("choose")},
                {u"P"_s, ShortcutBar::tr("print tickets")},
                {keyName(Qt::Key_Delete), ShortcutBar::tr("void")},
                {keyName(Qt::Key_Escape), ShortcutBar::tr("back")}};
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

ShortcutBar::ShortcutBar(QWidget* parent) : QFrame(parent), m_flow(new FlowLayout(tokens::space4))
{
    setRole(this, Role::Bar);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(tokens::space12, tokens::space4, tokens::space16, tokens::space4);
    layout->addLayout(m_flow);
    setContext(Context::Map);
}

void ShortcutBar::setContext(Context context)
{
    setKeys(keysOf(context));
}

void ShortcutBar::setKeys(const KeyHints& keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    qDeleteAll(m_hints);
    m_hints.clear();
    const auto& c = currentColours();
    for (const auto& [key, what] : keys) {
        auto* hint = new QLabel(
            u"<span style='color:%1;font-weight:600'>&nbsp;%2&nbsp;</span><span style='color:%3'> %4&nbsp; </span>"_s
                .arg(c.text.name(), key.toHtmlEscaped(), c.textMuted.name(), what.toHtmlEscaped()),
            this);
        hint->setTextFormat(Qt::RichText);
        hint->setObjectName(u"keyHint"_s);
        m_flow->addWidget(hint);
        m_hints << hint;
    }
    showWhatFits();
}

void ShortcutBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    showWhatFits();
}

// Keys beyond the second line are left out: large text must not push the page away, and the buttons show them too.
void ShortcutBar::showWhatFits()
{
    const int room = contentsRect().width() - tokens::space12 - tokens::space16;
    int x = 0;
    int line = 1;
    for (QLabel* hint : m_hints) {
        const int wide = hint->sizeHint().width();
        if (x > 0 && x + wide > room) {
            x = 0;
            ++line;
        }
        x += wide + m_flow->spacing();
        hint->setVisible(line <= mostLines);
    }
    updateGeometry();
}

} // namespace parterre
