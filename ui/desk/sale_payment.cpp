// From the basket to the payment: what is asked before money is taken.
#include "ui/common/place_text.h"
#include "ui/desk/basket_panel.h"
#include "ui/desk/provisional_sheet.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/seat_views.h"
#include "ui/desk/sheet_stack.h"

#include <algorithm>

namespace parterre {

void SalePage::connectPayment()
{
    m_sheets->addSheet(m_provisional);
    connect(&m_sheets->basket(), &BasketPanel::cashRequested, this, [this] { pay(TenderMethod::Cash); });
    connect(&m_sheets->basket(), &BasketPanel::cardRequested, this, [this] { pay(TenderMethod::Card); });
    connect(this, &SalePage::basketEmptied, m_provisional, &ProvisionalSheet::clear);
    connect(m_provisional, &ProvisionalSheet::confirmed, this, [this](const Buyer& buyer, Wish wish) {
        m_buyer = buyer;
        m_wish = wish;
        goOnToPay();
    });
}

void SalePage::pay(TenderMethod method)
{
    if (m_basket.empty() || m_basket.busy)
        return;
    m_method = method;
    if (!m_basket.provisional)
        return goOnToPay();
    const auto outside = std::count_if(m_basket.lines.begin(), m_basket.lines.end(), [this](const BasketLine& line) {
        return !line.seat || !m_views->model()->view(*line.seat).reserve;
    });
    m_provisional->open(static_cast<int>(outside), provisionalPlaces());
    m_sheets->showSheet(m_provisional);
}

void SalePage::goOnToPay()
{
    if (m_method == TenderMethod::Cash) {
        m_sheets->showCash(m_basket.total);
        return;
    }
    showBasket(); // until the terminal is asked
    Q_EMIT cardRequested();
}

QString SalePage::provisionalPlaces() const
{
    Places places;
    for (const BasketLine& line : m_basket.lines) {
        if (line.seat && !m_views->model()->view(*line.seat).reserve)
            places.seats.push_back(*line.seat);
        if (line.standing && (places.standing.empty() || places.standing.back().area != *line.standing))
            places.standing.push_back({*line.standing, 0});
        if (line.standing)
            ++places.standing.back().count;
    }
    return placesText(*m_plan, places);
}

} // namespace parterre
