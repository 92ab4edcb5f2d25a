// Couples the tree's current item with the model's focus seat and turns keys into the map's signals.
#include "ui/seatmap/seat_list_view.h"

#include "ui/seatmap/seat_tree_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace parterre {

SeatListView::SeatListView(QWidget* parent) : QTreeView(parent)
{
    setUniformRowHeights(true); // 100,000 rows: measure one
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(false);
    setExpandsOnDoubleClick(true);
    setAccessibleName(tr("List of seats"));
}

SeatListView::~SeatListView()
{
    setModel(nullptr); // before the tree it shows goes
}

void SeatListView::setSeatModel(SeatMapModel* model)
{
    if (m_model)
        m_model->disconnect(this);
    setModel(nullptr);
    m_model = model;
    m_tree = model ? std::make_unique<SeatTreeModel>(*model) : nullptr;
    if (!model)
        return;
    setModel(m_tree.get());
    header()->setSectionResizeMode(SeatTreeModel::Place, QHeaderView::Stretch);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(SeatTreeModel::Price, QHeaderView::Interactive);
    header()->setSectionResizeMode(SeatTreeModel::State, QHeaderView::Interactive);
    // Wide enough for a range of prices and for any state, and for the heading, which may be longer in another
    // language.
    const auto fit = [this](int column, int characters) {
        header()->resizeSection(
            column, std::max(fontMetrics().averageCharWidth() * characters, header()->sectionSizeHint(column)));
    };
    fit(SeatTreeModel::Price, 22);
    fit(SeatTreeModel::State, 24);
    connect(model, &SeatMapModel::focusSeatChanged, this, &SeatListView::followFocusSeat);
    connect(model, &QObject::destroyed, this, [this] { setSeatModel(nullptr); });
    followFocusSeat();
}

void SeatListView::keyboardSearch(const QString& text)
{
    // Names are in the first column, wherever the current cell is.
    if (m_tree && currentIndex().isValid() && currentIndex().column() != SeatTreeModel::Place)
        setCurrentIndex(currentIndex().siblingAtColumn(SeatTreeModel::Place));
    QTreeView::keyboardSearch(text);
}

void SeatListView::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool isAct = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (isPlain && isAct && m_tree) {
        act();
        return;
    }
    if (isPlain && event->key() == Qt::Key_Escape) {
        Q_EMIT mapRequested();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void SeatListView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QTreeView::mouseDoubleClickEvent(event);
    if (m_tree && event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid() &&
        !m_tree->hasChildren(currentIndex()))
        act();
}

void SeatListView::act()
{
    std::vector<SeatIndex> seats;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        if (const auto seat = m_tree->seatAt(index))
            seats.push_back(*seat);
    std::sort(seats.begin(), seats.end());
    if (seats.size() > 1) {
        Q_EMIT seatsMarqueed(seats, true);
        return;
    }
    if (const auto seat = m_tree->seatAt(currentIndex()))
        Q_EMIT seatClicked(*seat);
    else if (const auto area = m_tree->standingAt(currentIndex()))
        Q_EMIT standingClicked(*area);
    else if (currentIndex().isValid())
        setExpanded(currentIndex().siblingAtColumn(SeatTreeModel::Place), !isExpanded(currentIndex()));
}

void SeatListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_model || !m_tree || m_isFollowing)
        return;
    if (const auto seat = m_tree->seatAt(current))
        m_model->setFocusSeat(seat);
}

void SeatListView::focusInEvent(QFocusEvent* event)
{
    QTreeView::focusInEvent(event);
    if (!currentIndex().isValid())
        followFocusSeat();
    if (m_tree && !currentIndex().isValid() && m_tree->rowCount() > 0)
        setCurrentIndex(m_tree->index(0, SeatTreeModel::Place));
}

void SeatListView::followFocusSeat()
{
    if (!m_model || !m_tree || !m_model->focusSeat())
        return;
    const QModelIndex index = m_tree->indexOf(*m_model->focusSeat());
    if (m_tree->seatAt(currentIndex()) == m_model->focusSeat())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    setCurrentIndex(index);
    scrollTo(index);
}

} // namespace parterre
