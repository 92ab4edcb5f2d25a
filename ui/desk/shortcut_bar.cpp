// The keys by context, written as keycaps.
#include "ui/desk/shortcut_bar.h"

#include "sync/base/require.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;
using Keys = QList<std::pair<QString, QString>>;

Keys keysOf(ShortcutBar::Context context)
{
    const auto t = [](const char* text) { return ShortcutBar::tr(text); };
    switch (context) {
    case ShortcutBar::Context::Map:
        return {{u"1–9"_s, t("best seats")}, {u"←↑→↓"_s, t("move")}, {u"Enter"_s, t("pick")},
                {u"F"_s, t("whole house")},  {u"L"_s, t("list")},    {u"Ctrl+O"_s, t("orders")},
                {u"Ctrl+E"_s, t("events")}};
    case ShortcutBar::Context::Basket:
        return {{u"C"_s, t("cash")},          {u"K"_s, t("card")},    {u"1–9"_s, t("best / next best")},
                {u"T"_s, t("price type")},    {u"R"_s, t("reserve")}, {u"X"_s, t("more time")},
                {u"Esc"_s, t("empty basket")}};
    case ShortcutBar::Context::Cash:
        return {{u"Enter"_s, t("sell")}, {u"0–9"_s, t("amount given")}, {u"Esc"_s, t("back to the basket")}};
    case ShortcutBar::Context::Sold:
        return {{u"Enter"_s, t("next customer")}, {u"P"_s, t("print tickets")}};
    case ShortcutBar::Context::Orders:
        return {{u"↑↓"_s, t("choose")}, {u"P"_s, t("print again")}, {u"Del"_s, t("void")}, {u"Esc"_s, t("back")}};
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
    const auto& c = currentColours();
    QString html;
    for (const auto& [key, what] : keysOf(context))
        html +=
            u"<span style='color:%1;font-weight:600'>&nbsp;%2&nbsp;</span><span style='color:%3'> %4</span> &nbsp; &nbsp;"_s
                .arg(c.text.name(), key.toHtmlEscaped(), c.textMuted.name(), what.toHtmlEscaped());
    m_text->setText(html);
}

} // namespace parterre
