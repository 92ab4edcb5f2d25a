// Maps indices to the plan without storing a node: the internal id of an index names its parent.
#include "ui/seatmap/seat_tree_model.h"

#include <utility>

namespace parterre {
namespace {

// Internal ids: 0 at the top; a row carries 1 + its section; a seat carries seatLevel + its row.
constexpr quintptr topLevel = 0;
constexpr quintptr seatLevel = quintptr{1} << 30;

enum class Level { Section, Row, Seat };

Level levelOf(const QModelIndex& index)
{
    if (index.internalId() == topLevel)
        return Level::Section;
    return index.internalId() < seatLevel ? Level::Row : Level::Seat;
}

quint32 sectionIn(const QModelIndex& rowIndex)
{
    return static_cast<quint32>(rowIndex.internalId() - 1);
}

quint32 rowIn(const QModelIndex& seatIndex)
{
    return static_cast<quint32>(seatIndex.internalId() - seatLevel);
}

int asInt(std::size_t n)
{
    return static_cast<int>(n);
}

} // namespace

SeatTreeModel::SeatTreeModel(const SeatMapModel& model, QObject* parent) : QAbstractItemModel(parent), m_model(model)
{
    connect(&model, &SeatMapModel::seatsChanged, this, &SeatTreeModel::seatsChanged);
    connect(&model, &SeatMapModel::standingChanged, this, &SeatTreeModel::pricesChanged);
    connect(&model, &SeatMapModel::priceTextChanged, this, &SeatTreeModel::pricesChanged);
    connect(&model, &SeatMapModel::asOfChanged, this, &SeatTreeModel::pricesChanged);
}

QModelIndex SeatTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, topLevel);
    if (levelOf(parent) == Level::Section)
        return createIndex(row, column, static_cast<quintptr>(parent.row()) + 1);
    const quint32 planRow = plan().sections()[sectionIn(parent)].first.value + static_cast<quint32>(parent.row());
    return createIndex(row, column, seatLevel + planRow);
}

QModelIndex SeatTreeModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || levelOf(index) == Level::Section)
        return {};
    if (levelOf(index) == Level::Row)
        return createIndex(static_cast<int>(sectionIn(index)), Place, topLevel);
    const quint32 section = plan().rows()[rowIn(index)].section.value;
    const quint32 rowInSection = rowIn(index) - plan().sections()[section].first.value;
    return createIndex(static_cast<int>(rowInSection), Place, quintptr{section} + 1);
}

int SeatTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return asInt(plan().sections().size() + plan().standing().size());
    if (parent.column() != Place || levelOf(parent) == Level::Seat)
        return 0;
    if (levelOf(parent) == Level::Section)
        return parent.row() < asInt(plan().sections().size())
                   ? asInt(plan().sections()[static_cast<std::size_t>(parent.row())].count)
                   : 0;
    const quint32 planRow = plan().sections()[sectionIn(parent)].first.value + static_cast<quint32>(parent.row());
    return asInt(plan().rows()[planRow].count);
}

int SeatTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

std::optional<SeatIndex> SeatTreeModel::seatAt(const QModelIndex& index) const
{
    if (!index.isValid() || levelOf(index) != Level::Seat)
        return std::nullopt;
    return SeatIndex{plan().rows()[rowIn(index)].first.value + static_cast<quint32>(index.row())};
}

std::optional<StandingIndex> SeatTreeModel::standingAt(const QModelIndex& index) const
{
    const int sections = asInt(plan().sections().size());
    if (!index.isValid() || levelOf(index) != Level::Section || index.row() < sections)
        return std::nullopt;
    return StandingIndex{static_cast<std::uint16_t>(index.row() - sections)};
}

QModelIndex SeatTreeModel::indexOf(SeatIndex seat, Column column) const
{
    const RowIndex row = plan().seat(seat).row;
    const std::uint32_t place = seat.value - plan().row(row).first.value;
    return createIndex(static_cast<int>(place), column, seatLevel + row.value);
}

QVariant SeatTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place:
        return tr("Place");
    case Price:
        return tr("Price");
    case State:
        return tr("State");
    default:
        return {};
    }
}

QVariant SeatTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return textOf(index);
    if (role != Qt::AccessibleTextRole)
        return {};
    if (const auto seat = seatAt(index))
        return m_model.seatText(*seat);
    if (const auto area = standingAt(index))
        return m_model.standingText(*area);
    return levelOf(index) == Level::Row ? tr("row %1").arg(textOf(index.siblingAtColumn(Place))) : textOf(index);
}

QString SeatTreeModel::textOf(const QModelIndex& index) const
{
    if (const auto seat = seatAt(index)) {
        const PlanSeat& place = plan().seat(*seat);
        if (index.column() == Place)
            return QString::fromStdString(place.number);
        if (index.column() == Price)
            return m_model.priceText(place.priceArea);
        const QString remarks = SeatMapModel::attributesText(place.attributes);
        const QString state = m_model.stateText(*seat);
        return remarks.isEmpty() ? state : state + QStringLiteral(", ") + remarks;
    }
    if (const auto area = standingAt(index)) {
        const StandingArea& place = plan().standing()[area->value];
        if (index.column() == Place)
            return QString::fromStdString(place.name);
        if (index.column() == Price)
            return m_model.priceText(place.priceArea);
        return tr("%1 of %2 free").arg(m_model.standingFree(*area)).arg(place.capacity);
    }
    if (levelOf(index) == Level::Section) {
        const SectionIndex section{static_cast<std::uint32_t>(index.row())};
        if (index.column() == Place)
            return QString::fromStdString(plan().sections()[section.value].name);
        return index.column() == State ? tr("%1 free").arg(m_model.freeInSection(section)) : QString();
    }
    if (index.column() != Place)
        return {};
    const quint32 first = plan().sections()[sectionIn(index)].first.value;
    return QString::fromStdString(plan().rows()[first + static_cast<quint32>(index.row())].name);
}

void SeatTreeModel::seatsChanged(const std::vector<SeatIndex>& seats)
{
    // Seats come ascending, so those of one row are neighbours: one signal a row, one a section.
    for (std::size_t i = 0; i < seats.size();) {
        const RowIndex row = plan().seat(seats[i]).row;
        const SeatIndex first = seats[i];
        SeatIndex last = first;
        while (i < seats.size() && plan().seat(seats[i]).row == row)
            last = seats[i++];
        Q_EMIT dataChanged(indexOf(first), indexOf(last, State));
        const QModelIndex section = indexOf(first).parent().parent();
        Q_EMIT dataChanged(section.siblingAtColumn(State), section.siblingAtColumn(State));
    }
}

void SeatTreeModel::pricesChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Place), index(rowCount() - 1, State));
}

} // namespace parterre
