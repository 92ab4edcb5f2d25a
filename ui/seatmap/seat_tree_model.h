// SeatTreeModel: the same seats as a tree, section → row → seat, standing areas after the sections.
#pragma once

#include "ui/seatmap/seat_map_model.h"

#include <QAbstractItemModel>

#include <optional>

namespace parterre {

// Columns: place, price, state. The place column holds bare names ("C", "12") so that typing finds them; the accessible
// text is the whole sentence.
class SeatTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Place, Price, State, ColumnCount };

    // `model` must outlive this.
    explicit SeatTreeModel(const SeatMapModel& model, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // What an index stands for; at most one of these has a value, a section or row neither.
    std::optional<SeatIndex> seatAt(const QModelIndex& index) const;
    std::optional<StandingIndex> standingAt(const QModelIndex& index) const;
    QModelIndex indexOf(SeatIndex seat, Column column = Place) const;

private:
    void seatsChanged(const std::vector<SeatIndex>& seats);
    void pricesChanged();
    QString textOf(const QModelIndex& index) const;
    const SeatPlan& plan() const { return m_model.plan(); }

    const SeatMapModel& m_model;
};

} // namespace parterre
