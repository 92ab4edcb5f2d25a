// Keeps the looks, the counts and the dirty set, and puts a seat into words.
#include "ui/seatmap/seat_map_model.h"

#include "sync/base/require.h"

#include <QStringList>

#include <algorithm>

namespace parterre {

SeatMapModel::SeatMapModel(SeatPlanPtr plan, QObject* parent)
    : QObject(parent),
      m_geometry(std::move(plan)),
      m_views(this->plan().seatCount()),
      m_sectionFree(this->plan().sections().size()),
      m_standingFree(this->plan().standing().size()),
      m_dimmedAreas(this->plan().priceAreas().size()),
      m_isDirty(this->plan().seatCount())
{
    for (const PlanSeat& seat : this->plan().seats())
        ++m_sectionFree[this->plan().row(seat.row).section.value];
}

SeatView SeatMapModel::view(SeatIndex seat) const
{
    PARTERRE_REQUIRE(plan().contains(seat));
    return m_views[seat.value];
}

void SeatMapModel::setViews(std::vector<SeatView> views)
{
    PARTERRE_REQUIRE(views.size() == m_views.size());
    for (std::uint32_t i = 0; i < views.size(); ++i)
        setView(SeatIndex{i}, views[i]);
}

void SeatMapModel::setView(SeatIndex seat, SeatView view)
{
    PARTERRE_REQUIRE(plan().contains(seat));
    SeatView& current = m_views[seat.value];
    if (current == view)
        return;
    std::uint32_t& free = m_sectionFree[plan().rowOf(seat).section.value];
    free -= current.mark == SeatMark::Free ? 1 : 0;
    free += view.mark == SeatMark::Free ? 1 : 0;
    current = view;
    markDirty(seat);
}

std::uint32_t SeatMapModel::standingFree(StandingIndex area) const
{
    PARTERRE_REQUIRE(area.value < m_standingFree.size());
    return m_standingFree[area.value];
}

void SeatMapModel::setStandingFree(StandingIndex area, std::uint32_t free)
{
    PARTERRE_REQUIRE(area.value < m_standingFree.size());
    if (m_standingFree[area.value] == free)
        return;
    m_standingFree[area.value] = free;
    m_standingDirty = true;
    scheduleFlush();
}

void SeatMapModel::setPriceFilter(const std::vector<PriceAreaIndex>& shown)
{
    std::vector<bool> dimmed(m_dimmedAreas.size(), !shown.empty());
    for (const PriceAreaIndex area : shown) {
        PARTERRE_REQUIRE(area.value < dimmed.size());
        dimmed[area.value] = false;
    }
    if (dimmed == m_dimmedAreas)
        return;
    m_dimmedAreas = std::move(dimmed);
    Q_EMIT priceFilterChanged();
}

bool SeatMapModel::isDimmed(PriceAreaIndex area) const
{
    return m_dimmedAreas[area.value];
}

void SeatMapModel::setAsOf(const QString& words)
{
    if (words == m_asOf)
        return;
    m_asOf = words;
    Q_EMIT asOfChanged();
}

void SeatMapModel::setProposal(SeatProposal proposal)
{
    if (proposal == m_proposal)
        return;
    m_proposal = std::move(proposal);
    Q_EMIT proposalChanged();
}

void SeatMapModel::setFocusSeat(std::optional<SeatIndex> seat)
{
    PARTERRE_REQUIRE(!seat || plan().contains(*seat));
    if (seat == m_focusSeat)
        return;
    m_focusSeat = seat;
    Q_EMIT focusSeatChanged();
}

void SeatMapModel::setPriceText(PriceText priceText)
{
    m_priceText = std::move(priceText);
    Q_EMIT priceTextChanged();
}

QString SeatMapModel::priceText(PriceAreaIndex area) const
{
    return m_priceText ? m_priceText(area) : QString();
}

QString SeatMapModel::seatText(SeatIndex seat) const
{
    const PlanSeat& place = plan().seat(seat);
    QStringList words{QString::fromStdString(plan().sectionOf(seat).name),
                      tr("row %1").arg(QString::fromStdString(plan().rowOf(seat).name)),
                      tr("seat %1").arg(QString::fromStdString(place.number)),
                      priceText(place.priceArea),
                      stateText(seat),
                      attributesText(place.attributes)};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QString SeatMapModel::stateText(SeatView view)
{
    switch (view.mark) {
    case SeatMark::Free:
        if (view.reserve)
            return tr("free, in this counter's reserve");
        if (view.provisional)
            return tr("probably free, can be sold provisionally");
        return view.sellable ? tr("free") : tr("free, but not sellable here now");
    case SeatMark::Selected:
        return view.provisional ? tr("selected for a provisional sale") : tr("selected");
    case SeatMark::Held:
        return tr("held by somebody else");
    case SeatMark::Reserved:
        return tr("reserved");
    case SeatMark::Sold:
        return tr("sold");
    case SeatMark::Blocked:
        return tr("blocked");
    case SeatMark::Elsewhere:
        return tr("in another counter's reserve");
    }
    PARTERRE_REQUIRE(false);
}

QString SeatMapModel::stateText(SeatIndex seat) const
{
    const SeatView shown = view(seat);
    QString words = stateText(shown);
    if (shown.freshness == Freshness::Stale && !m_asOf.isEmpty())
        words += QStringLiteral(", ") + m_asOf;
    const auto in = [seat](const std::vector<SeatIndex>& seats) {
        return std::find(seats.begin(), seats.end(), seat) != seats.end();
    };
    if (in(m_proposal.from))
        words += QStringLiteral(", ") + tr("sold here first");
    if (in(m_proposal.to))
        words += QStringLiteral(", ") + tr("proposed instead");
    return words;
}

QString SeatMapModel::attributesText(std::uint8_t attributes)
{
    QStringList words;
    if (attributes & Wheelchair)
        words << tr("wheelchair place");
    if (attributes & Companion)
        words << tr("companion seat");
    if (attributes & RestrictedView)
        words << tr("restricted view");
    return words.join(QStringLiteral(", "));
}

QString SeatMapModel::standingText(StandingIndex area) const
{
    const StandingArea& place = plan().standing()[area.value];
    QStringList words{QString::fromStdString(place.name), priceText(place.priceArea),
                      tr("%1 of %2 free").arg(standingFree(area)).arg(place.capacity)};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

void SeatMapModel::markDirty(SeatIndex seat)
{
    if (m_isDirty[seat.value])
        return;
    m_isDirty[seat.value] = true;
    m_dirty.push_back(seat);
    scheduleFlush();
}

void SeatMapModel::scheduleFlush()
{
    if (m_flushScheduled)
        return;
    m_flushScheduled = true;
    QMetaObject::invokeMethod(this, &SeatMapModel::flush, Qt::QueuedConnection);
}

void SeatMapModel::flush()
{
    m_flushScheduled = false;
    std::vector<SeatIndex> seats;
    seats.swap(m_dirty);
    std::sort(seats.begin(), seats.end());
    for (const SeatIndex seat : seats)
        m_isDirty[seat.value] = false;
    const bool standing = std::exchange(m_standingDirty, false);
    if (!seats.empty())
        Q_EMIT seatsChanged(seats);
    if (standing)
        Q_EMIT standingChanged();
}

} // namespace parterre
