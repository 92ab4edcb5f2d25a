// Two views of one model; what was clicked becomes "picked" or "dropped" by what the seat is just now.
#include "ui/desk/seat_views.h"

#include "ui/desk/map_legend.h"
#include "ui/seatmap/seat_list_view.h"
#include "ui/seatmap/seat_map_widget.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace parterre {

SeatViews::SeatViews(QWidget* parent) : QFrame(parent), m_stack(new QStackedWidget(this)), m_legend(new MapLegend(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_legend);
}

// The views look at the model until they die, so they go first.
SeatViews::~SeatViews()
{
    delete m_map;
    delete m_list;
}

void SeatViews::setPlan(SeatPlanPtr plan, SeatMapModel::PriceText priceText)
{
    delete m_map;
    delete m_list;
    m_model = std::make_unique<SeatMapModel>(std::move(plan));
    m_model->setPriceText(std::move(priceText));
    m_map = new SeatMapWidget(m_stack);
    m_map->setModel(m_model.get());
    m_list = new SeatListView(m_stack);
    m_list->setSeatModel(m_model.get());
    m_stack->addWidget(m_map);
    m_stack->addWidget(m_list);
    m_legend->setPlan(m_model->plan());
    showLegend();
    connectViews();
}

// The seats matter more than the words about them: in a low window, or with large text, the legend gives way.
void SeatViews::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    showLegend();
}

void SeatViews::showLegend()
{
    m_legend->setVisible(m_model && !showsList() && height() >= 6 * m_legend->heightForWidth(width()));
}

void SeatViews::connectViews()
{
    connect(m_map, &SeatMapWidget::seatClicked, this, [this](SeatIndex seat) { toggleSeats({seat}, true); });
    connect(m_list, &SeatListView::seatClicked, this, [this](SeatIndex seat) { toggleSeats({seat}, true); });
    connect(m_map, &SeatMapWidget::seatsMarqueed, this,
            [this](const std::vector<SeatIndex>& seats, bool) { toggleSeats(seats, false); });
    connect(m_list, &SeatListView::seatsMarqueed, this,
            [this](const std::vector<SeatIndex>& seats, bool) { toggleSeats(seats, false); });
    connect(m_map, &SeatMapWidget::standingClicked, this, &SeatViews::standingClicked);
    connect(m_list, &SeatListView::standingClicked, this, &SeatViews::standingClicked);
    connect(m_map, &SeatMapWidget::listRequested, this, &SeatViews::toggleList);
    connect(m_list, &SeatListView::mapRequested, this, &SeatViews::toggleList);
}

void SeatViews::toggleSeats(const std::vector<SeatIndex>& seats, bool oneClicked)
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

void SeatViews::setPriceFilter(std::optional<PriceAreaIndex> area)
{
    if (m_model)
        m_model->setPriceFilter(area ? std::vector{*area} : std::vector<PriceAreaIndex>{});
}

void SeatViews::showMap()
{
    m_stack->setCurrentWidget(m_map);
    showLegend();
}

void SeatViews::showSection(SectionIndex section)
{
    showMap();
    m_map->showSection(section);
    focusView();
}

void SeatViews::showSeat(SeatIndex seat)
{
    showMap();
    m_model->setFocusSeat(seat);
    m_map->showSeat(seat);
    focusView();
}

void SeatViews::showSeats(const std::vector<SeatIndex>& seats)
{
    if (!m_model)
        return;
    showMap();
    m_map->showSeats(seats);
}

void SeatViews::setLine(bool provisional, const QString& asOf)
{
    m_legend->setLine(provisional, asOf);
    if (m_model)
        m_model->setAsOf(asOf);
    showLegend();
}

void SeatViews::toggleList()
{
    if (!m_model)
        return;
    m_stack->setCurrentWidget(showsList() ? static_cast<QWidget*>(m_map) : m_list);
    showLegend(); // the list has words
    focusView();
    Q_EMIT viewToggled();
}

bool SeatViews::showsList() const
{
    return m_list && m_stack->currentWidget() == m_list;
}

void SeatViews::focusView()
{
    if (auto* view = m_stack->currentWidget())
        view->setFocus();
}

std::optional<SectionIndex> SeatViews::sectionInView() const
{
    if (!m_model || !m_model->focusSeat())
        return std::nullopt;
    return m_model->plan().rowOf(*m_model->focusSeat()).section;
}

} // namespace parterre
