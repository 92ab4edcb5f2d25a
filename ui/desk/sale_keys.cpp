// What each key means on the desk, and the questions keys lead to.
#include "sync/base/require.h"
#include "ui/common/key_hint.h"
#include "ui/common/money_text.h"
#include "ui/common/place_text.h"
#include "ui/common/theme.h"
#include "ui/desk/basket_panel.h"
#include "ui/desk/chip_bar.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/seat_views.h"
#include "ui/desk/sheet_stack.h"

#include <QShortcut>

namespace parterre {

using namespace Qt::StringLiterals;

void SalePage::addKey(const QKeySequence& key, const std::function<void()>& action)
{
    auto* shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, action);
    m_keys << shortcut;
}

// Asleep, not merely deaf: an enabled shortcut would keep its key from the sheet that asks.
void SalePage::wakeKeys(bool awake)
{
    for (QShortcut* key : m_keys)
        key->setEnabled(awake);
}

void SalePage::addKeys()
{
    for (int n = 1; n <= 9; ++n)
        addKey(QKeySequence(Qt::Key_0 + n), [this, n] { best(static_cast<quint32>(n)); });
    addKey(Qt::Key_C, [this] { pay(TenderMethod::Cash); });
    addKey(Qt::Key_K, [this] { pay(TenderMethod::Card); });
    addKey(Qt::Key_T, [this] { cycleType(); });
    addKey(Qt::Key_R, [this] { askForName(); });
    addKey(Qt::Key_X, [this] {
        if (!m_basket.empty())
            Q_EMIT moreTimeRequested();
    });
    addKey(Qt::Key_Delete, [this] {
        if (const int line = m_sheets->basket().focusLine(); line >= 0)
            removeLine(line);
    });
    addKey(Qt::Key_B, [this] {
        if (!m_basket.empty())
            m_sheets->basket().focusLines();
    });
    addKey(Qt::Key_L, [this] { m_views->toggleList(); });
    addKey(Qt::Key_G, [this] { m_chips->openSections(); });
    for (int n = 0; n <= ChipBar::mostAreas; ++n)
        addKey(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + n)), [this, n] { m_chips->choose(n); });
    addKey(Qt::Key_Escape, [this] { escape(); });
}

// Leaves the innermost thing: the lines, the list, then the basket itself.
void SalePage::escape()
{
    if (m_sheets->basket().focusLine() >= 0)
        m_views->focusView();
    else if (m_views->showsList())
        m_views->toggleList();
    else if (!m_basket.empty())
        Q_EMIT basketEmptied();
}

void SalePage::best(quint32 quantity)
{
    if (!m_plan)
        return;
    // A price area that is sold by count has no best seats: the digit is the count.
    const auto& standing = m_plan->standing();
    for (std::uint16_t i = 0; i < standing.size(); ++i) {
        const bool meant = m_area ? standing[i].priceArea == *m_area : m_plan->seatCount() == 0;
        if (meant) {
            Q_EMIT standingCountChosen(StandingIndex{i}, quantity);
            return;
        }
    }
    Q_EMIT bestRequested(quantity, m_area);
}

// The line in focus, or all of them.
void SalePage::cycleType()
{
    if (m_basket.empty())
        return;
    const int line = m_sheets->basket().focusLine();
    const auto& shown = m_basket.lines[static_cast<std::size_t>(std::max(0, line))];
    const auto next = (shown.priceType.value + 1) % m_terms.priceTypes.size();
    Q_EMIT priceTypeChosen(line, PriceTypeIndex{static_cast<std::uint16_t>(next)});
}

void SalePage::askForName()
{
    if (m_basket.empty() || m_basket.busy)
        return;
    ask({tr("Reserve"), tr("Kept unpaid until one hour before the start, to be paid and collected here."),
         tr("Name of the customer"), tr("Reserve %n places   Enter", nullptr, static_cast<int>(m_basket.lines.size())),
         false, [this](const QString& name) { Q_EMIT reserveRequested(name); }});
}

// Where the money goes. What was paid on the web the centre gives back itself.
QString SalePage::backText(const Order& order, const QString& money)
{
    const bool onTheWeb = order.channel == Channel::Fan;
    const QString web =
        tr("Paid on the web: give nothing out of the drawer. %1 goes back by itself the way it was paid.").arg(money);
    switch (order.tender.method) {
    case TenderMethod::Cash:
        return onTheWeb ? web : tr("Give %1 back in cash.").arg(money);
    case TenderMethod::Card:
        return onTheWeb ? web : tr("Give %1 back to the card, on the terminal.").arg(money);
    case TenderMethod::Test: // the web's payment provider
        return web;
    case TenderMethod::Free:
        return tr("Nothing was paid, so nothing is given back.");
    }
    PARTERRE_REQUIRE(false);
}

void SalePage::askForVoid(const Order& order)
{
    const QString code = QString::fromStdString(orderCode(order.id));
    const int tickets = static_cast<int>(order.tickets.size());
    const QString money = moneyText({order.totalMinor(), m_terms.currency});
    ask({tr("Void %1").arg(code),
         tr("%n tickets become invalid and their places free: %1.", nullptr, tickets)
                 .arg(placesText(*m_plan, order.tickets)) +
             u"\n\n"_s + backText(order, money),
         tr("Reason"), withKey(tr("Void %n tickets, %1", nullptr, tickets).arg(money), Qt::Key_Return), true,
         [this, id = order.id](const QString& reason) { Q_EMIT voidRequested(id, reason); }});
}

void SalePage::tellContext()
{
    using Context = ShortcutBar::Context;
    if (!m_sheets->showsBasket())
        return;
    if (m_sheets->basket().focusLine() >= 0)
        Q_EMIT contextChanged(Context::Lines);
    else if (m_views->showsList())
        Q_EMIT contextChanged(Context::List);
    else
        Q_EMIT contextChanged(m_basket.empty() ? Context::Map : Context::Basket);
}

} // namespace parterre
