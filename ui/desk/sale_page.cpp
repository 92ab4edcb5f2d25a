// Turns what hands do (clicks, sheets) into what was meant, and leaves the doing to whoever listens. Keys:
// sale_keys.cpp.
#include "ui/desk/sale_page.h"

#include "ui/common/money_text.h"
#include "ui/common/sheet.h"
#include "ui/common/theme.h"
#include "ui/common/when_text.h"
#include "ui/desk/basket_panel.h"
#include "ui/desk/cash_sheet.h"
#include "ui/desk/chip_bar.h"
#include "ui/desk/orders_sheet.h"
#include "ui/desk/provisional_sheet.h"
#include "ui/desk/seat_search.h"
#include "ui/desk/seat_views.h"
#include "ui/desk/sheet_stack.h"
#include "ui/desk/sold_sheet.h"
#include "ui/seatmap/map_colours.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

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
      m_views(new SeatViews(this)),
      m_sheets(new SheetStack(this)),
      m_provisional(new ProvisionalSheet)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_chips);
    left->addWidget(m_views, 1);
    layout->addLayout(left, 1);
    layout->addWidget(m_sheets);
    connectViews();
    connectSheets();
    connectPayment();
    addKeys();
}

SalePage::~SalePage() = default;

void SalePage::connectViews()
{
    connect(m_chips, &ChipBar::areaChosen, this, [this](std::optional<PriceAreaIndex> area) {
        m_area = area;
        m_views->setPriceFilter(area);
        m_views->focusView();
    });
    connect(m_chips, &ChipBar::sectionChosen, m_views, &SeatViews::showSection);
    connect(m_views, &SeatViews::seatsPicked, this, &SalePage::seatsPicked);
    connect(m_views, &SeatViews::seatsDropped, this, &SalePage::seatsDropped);
    connect(m_views, &SeatViews::standingClicked, this, [this](StandingIndex area) { addStanding(area, 1); });
    connect(m_views, &SeatViews::viewToggled, this, &SalePage::tellContext);
}

void SalePage::connectSheets()
{
    auto& basket = m_sheets->basket();
    connect(&basket, &BasketPanel::reserveRequested, this, &SalePage::askForName);
    connect(&basket, &BasketPanel::emptyRequested, this, &SalePage::basketEmptied);
    connect(&basket, &BasketPanel::moreTimeRequested, this, &SalePage::moreTimeRequested);
    connect(&basket, &BasketPanel::priceTypeChosen, this, [this](int line, PriceTypeIndex type) {
        // The basket may have shrunk while the menu was open.
        if (line < static_cast<int>(m_basket.lines.size()))
            Q_EMIT priceTypeChosen(line, type);
    });
    connect(&basket, &BasketPanel::lineRemoved, this, &SalePage::removeLine);
    connect(&basket, &BasketPanel::linesFocused, this, &SalePage::tellContext);
    connect(&m_sheets->cash(), &CashSheet::paid, this, &SalePage::cashPaid);
    connect(&m_sheets->sold(), &SoldSheet::printRequested, this, &SalePage::printSaleRequested);
    connect(&m_sheets->sold(), &SoldSheet::nextRequested, this, [this] {
        m_provisional->clear();
        showBasket();
        Q_EMIT nextCustomer();
    });
    connect(&m_sheets->orders(), &OrdersSheet::printRequested, this, &SalePage::printRequested);
    connect(&m_sheets->orders(), &OrdersSheet::voidRequested, this, &SalePage::askForVoid);
    connect(m_sheets, &SheetStack::sheetShown, this, [this](ShortcutBar::Context context) {
        wakeKeys(false);
        Q_EMIT contextChanged(context);
    });
    connect(m_sheets, &SheetStack::ownSheetShown, this, [this] { wakeKeys(false); });
    connect(m_sheets, &SheetStack::keysChanged, this, &SalePage::keysChanged);
    connect(m_sheets, &SheetStack::basketShown, this, [this] {
        wakeKeys(true);
        m_views->focusView();
        tellContext();
    });
}

void SalePage::setEvent(SeatPlanPtr plan, const EventTerms& terms)
{
    m_plan = std::move(plan);
    m_terms = terms;
    m_area.reset();
    m_views->setPlan(m_plan, [this](PriceAreaIndex area) { return priceRange(m_terms, area); });
    m_chips->setPlan(*m_plan, m_terms, [colours = mapColoursFor(palette())](PriceAreaIndex area) {
        return areaColours(colours, area).fill;
    });
    showBasket();
}

SeatMapModel* SalePage::model()
{
    return m_views->model();
}

CashSheet* SalePage::cashSheet()
{
    return &m_sheets->cash();
}

SoldSheet* SalePage::soldSheet()
{
    return &m_sheets->sold();
}

void SalePage::addStanding(StandingIndex area, int change)
{
    const auto count = std::count_if(m_basket.lines.begin(), m_basket.lines.end(),
                                     [area](const BasketLine& line) { return line.standing == area; });
    Q_EMIT standingCountChosen(area, static_cast<quint32>(std::max<std::ptrdiff_t>(0, count + change)));
}

void SalePage::removeLine(int line)
{
    if (line >= static_cast<int>(m_basket.lines.size()))
        return;
    const auto& gone = m_basket.lines[static_cast<std::size_t>(line)];
    if (gone.seat)
        Q_EMIT seatsDropped({*gone.seat});
    else
        addStanding(*gone.standing, -1);
}

void SalePage::setBasket(const Basket& basket)
{
    m_basket = basket;
    if (!basket.provisional) {
        m_buyer = {};
        m_wish = Wish::Ask;
    }
    m_sheets->basket().setBasket(basket, *m_plan, m_terms);
    tellContext();
}

void SalePage::setOrders(std::vector<OrderSummary> orders)
{
    m_sheets->orders().setOrders(std::move(orders), *m_plan, m_terms);
}

void SalePage::setNow(Instant now)
{
    m_sheets->basket().setNow(now);
}

void SalePage::showBasket()
{
    m_sheets->showBasket();
}

void SalePage::showSold(const SaleDone& sale)
{
    m_sheets->showSold(sale, m_terms.currency);
}

void SalePage::showOrders(const QString& filter)
{
    m_sheets->showOrders(filter);
}

void SalePage::ask(AskSheet::Question question)
{
    m_sheets->ask(std::move(question));
}

void SalePage::addSheet(Sheet* sheet)
{
    m_sheets->addSheet(sheet);
}

void SalePage::showSheet(Sheet* sheet)
{
    m_sheets->showSheet(sheet);
}

bool SalePage::shows(const Sheet* sheet) const
{
    return m_sheets->shows(sheet);
}

void SalePage::showSeat(SeatIndex seat)
{
    m_views->showSeat(seat);
}

void SalePage::showProposal(const SeatProposal& proposal)
{
    if (!model())
        return;
    model()->setProposal(proposal);
    std::vector<SeatIndex> all = proposal.from;
    all.insert(all.end(), proposal.to.begin(), proposal.to.end());
    m_views->showSeats(all);
}

void SalePage::setLine(const LineReport& report)
{
    const bool stale = report.state == LineState::Down;
    m_views->setLine(stale && report.provisional, !stale           ? QString()
                                                  : report.baseAge ? tr("as of %1").arg(agoText(*report.baseAge))
                                                                   : tr("not heard of since this event was opened"));
}

std::vector<SeatIndex> SalePage::seatsMeantBy(const QString& text) const
{
    return m_plan ? findSeats(*m_plan, text, m_views->sectionInView()) : std::vector<SeatIndex>{};
}

} // namespace parterre
