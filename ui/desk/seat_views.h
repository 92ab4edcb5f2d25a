// SeatViews: the seats as a map or as a list, with the legend below; one model, one set of signals.
#pragma once

#include "ui/seatmap/seat_map_model.h"

#include <QFrame>

class QStackedWidget;

namespace parterre {

class MapLegend;
class SeatListView;
class SeatMapWidget;

class SeatViews : public QFrame
{
    Q_OBJECT
public:
    explicit SeatViews(QWidget* parent = nullptr);
    ~SeatViews() override;

    // Another plan: a new model, map and list. Starts with the map, fitted.
    void setPlan(SeatPlanPtr plan, SeatMapModel::PriceText priceText);
    SeatMapModel* model() { return m_model.get(); } // null before setPlan()

    void setPriceFilter(std::optional<PriceAreaIndex> area); // none: all
    void showSection(SectionIndex section);
    void showSeat(SeatIndex seat);                       // on the map, focused
    void showSeats(const std::vector<SeatIndex>& seats); // on the map, all in view; the focus stays where it is
    // With the line down: see MapLegend::setLine() and SeatMapModel::setAsOf().
    void setLine(bool provisional, const QString& asOf);
    void toggleList();
    bool showsList() const;
    void focusView();
    std::optional<SectionIndex> sectionInView() const; // of the focus seat

Q_SIGNALS:
    void seatsPicked(const std::vector<parterre::SeatIndex>& seats);
    void seatsDropped(const std::vector<parterre::SeatIndex>& seats);
    void standingClicked(parterre::StandingIndex area);
    void viewToggled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectViews();
    void showMap();
    void showLegend();
    void toggleSeats(const std::vector<SeatIndex>& seats, bool oneClicked);

    std::unique_ptr<SeatMapModel> m_model;
    QStackedWidget* m_stack;
    MapLegend* m_legend;
    SeatMapWidget* m_map = nullptr;
    SeatListView* m_list = nullptr;
};

} // namespace parterre
