// Turns what hands do (clicks, keys, sheets) into what was meant, and leaves the doing to whoever listens.
#include "ui/desk/sale_page.h"

#include "ui/common/money_text.h"
#include "ui/common/theme.h"
#include "ui/desk/basket_panel.h"
#include "ui/desk/cash_sheet.h"
#include "ui/desk/chip_bar.h"
#include "ui/desk/orders_sheet.h"
#include "ui/desk/sold_sheet.h"
#include "ui/seatmap/map_colours.h"
#include "ui/seatmap/seat_list_view.h"
#include "ui/seatmap/seat_map_model.h"
#include "ui/seatmap/seat_map_widget.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr int basketWidth = 400;

QString priceRange(const EventTerms& terms, PriceAreaIndex area)
{
    std::optional<Money> low;
    std::optional<Money> high;
    for (std::uint16_t i = 0; i < terms.priceTypes.size(); ++i) {
        const auto price = priceOf(terms, area, PriceTypeIndex{i});
        if (!price.ok())
            continue;
        if (!low || price->minor < low->minor)
            low = *price;
        if (!high || price->minor > high->minor)
            high = *price;
    }
    if (!low)
        return SalePage::tr("not priced");
    return *low == *high ? moneyText(*low) : u"%1–%2"_s.arg(moneyText(*low), moneyText(*high));
}

} // namespace

SalePage::SalePage(QWidget* parent)
    : QFrame(parent),
      m_chips(new ChipBar(this)),
      m_views(new QStackedWidget(this)),
      m_sheets(new QStackedWidget(this)),
      m_basketPanel(new BasketPanel(this)),
      m_cash(new CashSheet(this)),
      m_sold(new SoldSheet(this)),
      m_orders(new OrdersSheet(this)),
      m_ask(new AskSheet(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_chips);
    left->addWidget(m_views, 1);
    layout->addLayout(left, 1);
    m_sheets->setFixedWidth(basketWidth);
    setRole(m_sheets, Role::Bar);
    layout->addWidget(m_sheets);
    buildSheets();
    addKeys();
    connect(m_chips, &ChipBar::areaChosen, this, [this](std::optional<PriceAreaIndex> area) {
        m_area = area;
        if (m_model)
            m_model->setPriceFilter(area ? std::vector{*area} : std::vector<PriceAreaIndex>{});
        restoreFocus();
    });
}

SalePage::~SalePage() = default;

void SalePage::buildSheets()
{
    for (QWidget* sheet : std::initializer_list<QWidget*>{m_basketPanel, m_cash, m_sold, m_orders, m_ask})
        m_sheets->addWidget(sheet);
    connectBasket();
    connectOrders();
    connect(m_cash, &CashSheet::paid, this, &SalePage::cashPaid);
    connect(m_cash, &CashSheet::cancelled, this, &SalePage::showBasket);
    connect(m_sold, &SoldSheet::printRequested, this, &SalePage::printSaleRequested);
    connect(m_sold, &SoldSheet::nextRequested, this, [this] {
        showBasket();
        Q_EMIT nextCustomer();
    });
    connect(m_ask, &AskSheet::closed, this, &SalePage::showBasket);
}

void SalePage::connectBasket()
{
    connect(m_basketPanel, &BasketPanel::cashRequested, this, &SalePage::showCash);
    connect(m_basketPanel, &BasketPanel::cardRequested, this, &SalePage::cardRequested);
    connect(m_basketPanel, &BasketPanel::reserveRequested, this, &SalePage::askForName);
    connect(m_basketPanel, &BasketPanel::emptyRequested, this, &SalePage::basketEmptied);
    connect(m_basketPanel, &BasketPanel::moreTimeRequested, this, &SalePage::moreTimeRequested);
    connect(m_basketPanel, &BasketPanel::priceTypeChosen, this, &SalePage::priceTypeChosen);
    connect(m_basketPanel, &BasketPanel::lineRemoved, this, &SalePage::removeLine);
}

void SalePage::connectOrders()
{
    connect(m_orders, &OrdersSheet::closed, this, &SalePage::showBasket);
    connect(m_orders, &OrdersSheet::printRequested, this, &SalePage::printRequested);
    connect(m_orders, &OrdersSheet::voidRequested, this, &SalePage::askForVoid);
}

void SalePage::addKey(const QKeySequence& key, std::function<void()> action)
{
    auto* shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    // The keys of the basket sleep while another sheet asks something.
    connect(shortcut, &QShortcut::activated, this, [this, action] {
        if (m_sheets->currentWidget() == m_basketPanel)
            action();
    });
}

void SalePage::addKeys()
{
    for (int n = 1; n <= 9; ++n)
        addKey(QKeySequence(Qt::Key_0 + n), [this, n] { best(static_cast<quint32>(n)); });
    addKey(Qt::Key_C, [this] { showCash(); });
    addKey(Qt::Key_K, [this] {
        if (!m_basket.empty() && !m_basket.busy)
            Q_EMIT cardRequested();
    });
    addKey(Qt::Key_T, [this] { cycleType(); });
    addKey(Qt::Key_R, [this] { askForName(); });
    addKey(Qt::Key_X, [this] {
        if (!m_basket.empty())
            Q_EMIT moreTimeRequested();
    });
    addKey(Qt::Key_Escape, [this] {
        if (!m_basket.empty())
            Q_EMIT basketEmptied();
    });
}

void SalePage::setEvent(SeatPlanPtr plan, const EventTerms& terms)
{
    m_plan = std::move(plan);
    m_terms = terms;
    m_area.reset();
    delete m_map;
    delete m_list;
    m_model = std::make_unique<SeatMapModel>(m_plan);
    m_model->setPriceText([this](PriceAreaIndex area) { return priceRange(m_terms, area); });
    m_map = new SeatMapWidget(m_views);
    m_map->setModel(m_model.get());
    m_list = new SeatListView(m_views);
    m_list->setSeatModel(m_model.get());
    m_views->addWidget(m_map);
    m_views->addWidget(m_list);
    m_chips->setPlan(*m_plan, m_terms, [colours = mapColoursFor(palette())](PriceAreaIndex area) {
        return areaColours(colours, area).fill;
    });
    connectMap();
    showBasket();
}

void SalePage::connectMap()
{
    connect(m_map, &SeatMapWidget::seatClicked, this, [this](SeatIndex seat) { toggleSeats({seat}, true); });
    connect(m_list, &SeatListView::seatClicked, this, [this](SeatIndex seat) { toggleSeats({seat}, true); });
    connect(m_map, &SeatMapWidget::seatsMarqueed, this,
            [this](const std::vector<SeatIndex>& seats, bool) { toggleSeats(seats, false); });
    connect(m_list, &SeatListView::seatsMarqueed, this,
            [this](const std::vector<SeatIndex>& seats, bool) { toggleSeats(seats, false); });
    connect(m_map, &SeatMapWidget::standingClicked, this, [this](StandingIndex area) { addStanding(area, 1); });
    connect(m_list, &SeatListView::standingClicked, this, [this](StandingIndex area) { addStanding(area, 1); });
    connect(m_map, &SeatMapWidget::listRequested, this, &SalePage::toggleList);
    connect(m_list, &SeatListView::mapRequested, this, &SalePage::toggleList);
    connect(m_chips, &ChipBar::sectionChosen, m_map, [this](SectionIndex section) {
        m_map->showSection(section);
        restoreFocus();
    });
}

void SalePage::toggleSeats(const std::vector<SeatIndex>& seats, bool oneClicked)
{
    std::vector<SeatIndex> picked;
    std::vector<SeatIndex> dropped;
    for (const SeatIndex seat : seats) {
        const SeatView view = m_model->view(seat);
        if (view.mark == SeatMark::Selected)
            dropped.push_back(seat);
        else if (oneClicked || (view.mark == SeatMark::Free && view.sellable))
            picked.push_back(seat); // a single click on a seat that is gone gets its sentence; a marquee passes it over
    }
    if (!picked.empty())
        Q_EMIT seatsPicked(picked);
    else if (!dropped.empty())
        Q_EMIT seatsDropped(dropped);
}

void SalePage::addStanding(StandingIndex area, int change)
{
    const auto count = std::count_if(m_basket.lines.begin(), m_basket.lines.end(),
                                     [area](const BasketLine& line) { return line.standing == area; });
    Q_EMIT standingCountChosen(area, static_cast<quint32>(std::max<std::ptrdiff_t>(0, count + change)));
}

void SalePage::best(quint32 quantity)
{
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

void SalePage::cycleType()
{
    if (m_basket.empty())
        return;
    const auto next = (m_basket.lines.front().priceType.value + 1) % m_terms.priceTypes.size();
    Q_EMIT priceTypeChosen(-1, PriceTypeIndex{static_cast<std::uint16_t>(next)});
}

void SalePage::removeLine(int line)
{
    const auto& gone = m_basket.lines.at(static_cast<std::size_t>(line));
    if (gone.seat)
        Q_EMIT seatsDropped({*gone.seat});
    else
        addStanding(*gone.standing, -1);
}

void SalePage::toggleList()
{
    m_views->setCurrentIndex(m_views->currentIndex() == 0 ? 1 : 0);
    restoreFocus();
}

void SalePage::setBasket(const Basket& basket)
{
    m_basket = basket;
    m_basketPanel->setBasket(basket, *m_plan, m_terms);
    if (m_sheets->currentWidget() == m_basketPanel)
        Q_EMIT contextChanged(basket.empty() ? ShortcutBar::Context::Map : ShortcutBar::Context::Basket);
}

void SalePage::setOrders(std::vector<OrderSummary> orders)
{
    m_orders->setOrders(std::move(orders), *m_plan, m_terms);
}

void SalePage::setNow(Instant now)
{
    m_basketPanel->setNow(now);
}

void SalePage::showSheet(QWidget* sheet, ShortcutBar::Context context)
{
    m_sheets->setCurrentWidget(sheet);
    Q_EMIT contextChanged(context);
}

void SalePage::showBasket()
{
    showSheet(m_basketPanel, m_basket.empty() ? ShortcutBar::Context::Map : ShortcutBar::Context::Basket);
    restoreFocus();
}

void SalePage::showCash()
{
    if (m_basket.empty() || m_basket.busy)
        return;
    showSheet(m_cash, ShortcutBar::Context::Cash);
    m_cash->open(m_basket.total);
}

void SalePage::showSold(const SaleDone& sale)
{
    showSheet(m_sold, ShortcutBar::Context::Sold);
    m_sold->open(sale, m_terms.currency);
}

void SalePage::showOrders(const QString& filter)
{
    m_orders->setFilter(filter);
    showSheet(m_orders, ShortcutBar::Context::Orders);
}

void SalePage::ask(AskSheet::Question question)
{
    showSheet(m_ask, ShortcutBar::Context::Cash);
    m_ask->open(std::move(question));
}

void SalePage::askForName()
{
    if (m_basket.empty() || m_basket.busy)
        return;
    ask({tr("Reserve"), tr("Kept unpaid until one hour before the start, to be paid and collected here."),
         tr("Name of the customer"), tr("Reserve %n places", nullptr, static_cast<int>(m_basket.lines.size())), false,
         [this](const QString& name) { Q_EMIT reserveRequested(name); }});
}

void SalePage::askForVoid(OrderId order)
{
    const QString code = QString::fromStdString(orderCode(order));
    ask({tr("Void %1").arg(code),
         tr("The tickets of this order become invalid and the seats free. Give the money back."), tr("Reason"),
         tr("Void order %1").arg(code), true,
         [this, order](const QString& reason) { Q_EMIT voidRequested(order, reason); }});
}

void SalePage::showSeat(SeatIndex seat)
{
    m_views->setCurrentIndex(0);
    m_map->showSeat(seat);
    restoreFocus();
}

void SalePage::restoreFocus()
{
    if (auto* view = m_views->currentWidget())
        view->setFocus();
}

} // namespace parterre
