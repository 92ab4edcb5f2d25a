// SeatListView: every seat as a list for keyboard and screen reader, beside or instead of the map: same model, same
// signals.
#pragma once

#include "ui/seatmap/seat_map_model.h"

#include <QPointer>
#include <QTreeView>

#include <memory>
#include <vector>

namespace parterre {

class SeatTreeModel;

// Enter, Space or a double click acts on what is chosen: one seat as a click, several as a marquee, a standing area as
// a click on it. Typing finds a section, row or seat by its name. Escape asks for the map.
class SeatListView : public QTreeView
{
    Q_OBJECT

public:
    explicit SeatListView(QWidget* parent = nullptr);
    ~SeatListView() override;

    // Not owned; may die first.
    void setSeatModel(SeatMapModel* model);
    SeatMapModel* seatModel() const { return m_model; }

    void keyboardSearch(const QString& text) override;

Q_SIGNALS:
    void seatClicked(parterre::SeatIndex seat);
    void seatsMarqueed(const std::vector<parterre::SeatIndex>& seats, bool add);
    void standingClicked(parterre::StandingIndex area);
    void mapRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void act();
    void followFocusSeat();

    QPointer<SeatMapModel> m_model;
    std::unique_ptr<SeatTreeModel> m_tree; // null without a model
    bool m_isFollowing = false;            // current moves because the focus seat did
};

} // namespace parterre
