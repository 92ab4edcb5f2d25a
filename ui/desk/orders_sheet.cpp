// A filterable list; the state of each order in a sign and a word.
#include "ui/desk/orders_sheet.h"

#include "ui/common/key_hint.h"
#include "ui/common/money_text.h"
#include "ui/common/place_text.h"
#include "ui/common/theme.h"
#include "ui/common/when_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QString syncText(const OrderSummary& summary)
{
    switch (summary.sync) {
    case OrderSync::Pending:
        return OrdersSheet::tr("◐ sold, to be sent");
    case OrderSync::Provisional:
        return OrdersSheet::tr("◐ provisional, to be sent");
    case OrderSync::Contested:
        return OrdersSheet::tr("… a payment decides");
    case OrderSync::Confirmed:
        return summary.order.totalMinor() == 0 && !summary.order.tickets.empty() && summary.order.tickets.front().voided
                   ? OrdersSheet::tr("– void")
                   : OrdersSheet::tr("✓ confirmed");
    case OrderSync::Awaiting:
        return OrdersSheet::tr("? not answered yet");
    case OrderSync::Refused:
        return OrdersSheet::tr("✕ refused");
    case OrderSync::Conflict:
        if (summary.casePhase == CasePhase::Refunded)
            return OrdersSheet::tr("– money went back");
        if (summary.casePhase == CasePhase::Closed)
            return OrdersSheet::tr("– settled at the door");
        return OrdersSheet::tr("! conflict");
    }
    PARTERRE_REQUIRE(false);
}

// "Stalls/A/8" of each ticket: what the search field calls a seat.
QString labelsText(const Order& order, const SeatPlan& plan)
{
    QStringList labels;
    for (const auto& ticket : order.tickets)
        if (ticket.seat && plan.contains(*ticket.seat))
            labels << QString::fromStdString(plan.label(*ticket.seat));
    return labels.join(u' ');
}

// A row a person can always read, however many orders a night brings.
constexpr std::size_t shownOrders = 500;

constexpr int idRole = Qt::UserRole + 1;

} // namespace

OrdersSheet::OrdersSheet(QWidget* parent)
    : QFrame(parent),
      m_filter(new QLineEdit(this)),
      m_list(new QTreeWidget(this)),
      m_empty(new QLabel(this)),
      m_print(new QPushButton(tr("Print tickets   P"), this)),
      m_void(new QPushButton(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space16);
    layout->setSpacing(tokens::space8);
    auto* title = new QLabel(tr("Orders"), this);
    setRole(title, Role::Title);
    layout->addWidget(title);
    m_filter->setPlaceholderText(tr("Code, name, e-mail or seat"));
    m_filter->setAccessibleName(tr("Filter the orders"));
    m_filter->setObjectName(u"orderFilter"_s);
    m_filter->setClearButtonEnabled(true);
    layout->addWidget(m_filter);
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Orders"));
    m_list->setObjectName(u"orderList"_s);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    layout->addWidget(m_list, 1);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    setRole(m_empty, Role::Muted);
    layout->addWidget(m_empty, 1);
    setRole(m_void, Role::DangerButton);
    m_print->setObjectName(u"printAgainButton"_s);
    m_void->setObjectName(u"voidButton"_s);
    layout->addWidget(m_print);
    layout->addWidget(m_void);
    auto* back = new QPushButton(tr("Back   Esc"), this);
    layout->addWidget(back);
    connect(back, &QPushButton::clicked, this, &OrdersSheet::closed);
    connect(m_filter, &QLineEdit::textChanged, this, &OrdersSheet::fill);
    connect(m_filter, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QTreeWidget::currentItemChanged, this, &OrdersSheet::showButtons);
    connect(m_print, &QPushButton::clicked, this, [this] {
        if (const auto order = current())
            Q_EMIT printRequested(order->order.id);
    });
    // A shortcut: as a mere key the list would take it for the beginning of an order's code.
    auto* print = new QShortcut(Qt::Key_P, this);
    print->setContext(Qt::WidgetWithChildrenShortcut);
    connect(print, &QShortcut::activated, m_print, &QPushButton::click);
    connect(m_void, &QPushButton::clicked, this, [this] {
        if (const auto order = current())
            Q_EMIT voidRequested(order->order);
    });
}

void OrdersSheet::setOrders(std::vector<OrderSummary> orders, const SeatPlan& plan, const EventTerms& terms)
{
    m_orders = std::move(orders);
    m_zone = terms.timeZone;
    m_currency = terms.currency;
    m_haystacks.clear();
    m_places.clear();
    for (const auto& summary : m_orders) {
        const auto& order = summary.order;
        m_places.push_back(placesText(plan, order.tickets));
        m_haystacks.push_back(u"%1 %2 %3 %4 %5"_s.arg(
            QString::fromStdString(orderCode(order.id)), QString::fromStdString(order.buyer.name),
            QString::fromStdString(order.buyer.email), m_places.back(), labelsText(order, plan)));
    }
    fill();
}

void OrdersSheet::setFilter(const QString& text)
{
    m_filter->setText(text);
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void OrdersSheet::fill()
{
    // A row stays chosen while orders come and go above it: a key must not reach another order.
    const QString before = m_list->currentItem() ? m_list->currentItem()->data(0, idRole).toString() : QString();
    QTreeWidgetItem* chosen = nullptr;
    m_list->clear();
    const QString wanted = m_filter->text().trimmed();
    for (std::size_t i = 0; i < m_orders.size() && static_cast<std::size_t>(m_list->topLevelItemCount()) < shownOrders;
         ++i) {
        if (!m_haystacks[i].contains(wanted, Qt::CaseInsensitive))
            continue;
        const auto& summary = m_orders[i];
        auto* item = new QTreeWidgetItem(m_list);
        const QString buyer = QString::fromStdString(summary.order.buyer.name);
        const QString who = buyer.isEmpty() ? m_places[i] : u"%1 · %2"_s.arg(buyer, m_places[i]);
        item->setText(
            0, u"%1   %2\n%3"_s.arg(QString::fromStdString(orderCode(summary.order.id)), syncText(summary), who));
        item->setText(1, moneyText({summary.order.totalMinor(), m_currency}));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setSizeHint(0, {0, qRound(tokens::touchTarget * currentTextScale())});
        item->setData(0, Qt::UserRole, static_cast<qulonglong>(i));
        item->setData(0, idRole, QString::fromStdString(summary.order.id.toString()));
        if (item->data(0, idRole).toString() == before)
            chosen = item;
        QStringList more{who, whenText(summary.order.soldAt, m_zone), QString::fromStdString(summary.refusal)};
        more.removeAll(QString());
        item->setToolTip(0, more.join(u'\n'));
    }
    const bool none = m_list->topLevelItemCount() == 0;
    m_list->setVisible(!none);
    m_empty->setVisible(none);
    m_empty->setText(m_orders.empty() ? tr("No order yet. The first sale appears here at once.")
                                      : tr("No order matches “%1”.").arg(wanted));
    if (!none)
        m_list->setCurrentItem(chosen ? chosen : m_list->topLevelItem(0));
    showButtons();
}

std::optional<OrderSummary> OrdersSheet::current() const
{
    const auto* item = m_list->currentItem();
    if (!item)
        return std::nullopt;
    return m_orders[item->data(0, Qt::UserRole).toULongLong()];
}

void OrdersSheet::showButtons()
{
    const auto order = current();
    const bool sold = order &&
                      (order->sync == OrderSync::Pending || order->sync == OrderSync::Provisional ||
                       order->sync == OrderSync::Confirmed) &&
                      order->order.totalMinor() > 0;
    m_print->setEnabled(sold && order->mine);
    m_print->setText(order && order->onPaper ? tr("Print again, old tickets void   P") : tr("Print tickets   P"));
    m_void->setEnabled(sold);
    const QString voiding = order ? tr("Void %n tickets of %1", nullptr, static_cast<int>(order->order.tickets.size()))
                                        .arg(QString::fromStdString(orderCode(order->order.id)))
                                  : tr("Void order");
    m_void->setText(withKey(voiding, Qt::Key_Delete));
}

void OrdersSheet::keyPressEvent(QKeyEvent* event)
{
    const auto order = current();
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        return;
    case Qt::Key_Delete:
        if (m_void->isEnabled() && order)
            Q_EMIT voidRequested(order->order);
        return;
    }
    QFrame::keyPressEvent(event);
}

void OrdersSheet::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    m_list->isHidden() ? m_filter->setFocus() : m_list->setFocus();
}

} // namespace parterre
