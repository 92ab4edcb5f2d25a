// SeatMapModel: what every seat looks like just now. The map and the list both show it; neither changes it.
#pragma once

#include "sync/domain/seat_view.h"
#include "ui/seatmap/seat_geometry.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace parterre {

struct SeatProposal
{
    std::vector<SeatIndex> from; // where the party was to sit
    std::vector<SeatIndex> to;
    bool empty() const { return from.empty() && to.empty(); }
    friend bool operator==(const SeatProposal&, const SeatProposal&) = default;
};

// GUI thread. The owner (the desk) feeds it from the counter's machine. Reads show a change at once; the signals follow
// once a turn of the event loop, so a burst of a thousand changes is one repaint.
class SeatMapModel : public QObject
{
    Q_OBJECT

public:
    // Text of the price (or range of prices) of an area, "€45.00"; empty when it has none.
    using PriceText = std::function<QString(PriceAreaIndex)>;

    // Every seat begins as Free, not sellable; every standing area with 0 free.
    explicit SeatMapModel(SeatPlanPtr plan, QObject* parent = nullptr);

    const SeatPlan& plan() const { return m_geometry.plan(); }
    const SeatGeometry& geometry() const { return m_geometry; }

    SeatView view(SeatIndex seat) const;
    const std::vector<SeatView>& views() const { return m_views; }
    void setViews(std::vector<SeatView> views); // precondition: one for each seat of the plan
    void setView(SeatIndex seat, SeatView view);
    std::uint32_t freeInSection(SectionIndex section) const { return m_sectionFree[section.value]; }

    std::uint32_t standingFree(StandingIndex area) const;
    void setStandingFree(StandingIndex area, std::uint32_t free);

    // Seats of other price areas are dimmed; an empty list shows all alike.
    void setPriceFilter(const std::vector<PriceAreaIndex>& shown);
    bool isDimmed(PriceAreaIndex area) const;

    // How old what is known of stale seats is, as words: "as of 12 min ago"; empty while nothing is stale.
    void setAsOf(const QString& words);
    const QString& asOf() const { return m_asOf; }

    // A party that is to sit elsewhere: both groups are marked on the map. Both empty: nothing is proposed.
    void setProposal(SeatProposal proposal);
    const SeatProposal& proposal() const { return m_proposal; }

    std::optional<SeatIndex> focusSeat() const { return m_focusSeat; }
    void setFocusSeat(std::optional<SeatIndex> seat);

    void setPriceText(PriceText priceText);
    QString priceText(PriceAreaIndex area) const;
    // "Stalls, row C, seat 12, €45.00, free, restricted view": the accessible name.
    QString seatText(SeatIndex seat) const;
    // "free", "sold", "held by somebody else" …
    static QString stateText(SeatView view);
    // The same of a seat, with the age of a stale one and its part in the proposal.
    QString stateText(SeatIndex seat) const;
    // "wheelchair place", "restricted view" …; empty for an ordinary seat.
    static QString attributesText(std::uint8_t attributes);
    // "Floor, €30.00, 120 of 400 free"
    QString standingText(StandingIndex area) const;

    // Emits what is waiting at once instead of in the next turn of the event loop.
    void flush();

Q_SIGNALS:
    // These seats look different now. Each at most once, ascending.
    void seatsChanged(const std::vector<parterre::SeatIndex>& seats);
    void standingChanged();
    void priceFilterChanged();
    void priceTextChanged();
    void asOfChanged();
    void proposalChanged();
    void focusSeatChanged(); // at once, not queued: the screen reader must not lag behind the key

private:
    void markDirty(SeatIndex seat);
    void scheduleFlush();

    SeatGeometry m_geometry;
    std::vector<SeatView> m_views;
    std::vector<std::uint32_t> m_sectionFree;
    std::vector<std::uint32_t> m_standingFree;
    std::vector<bool> m_dimmedAreas;
    std::optional<SeatIndex> m_focusSeat;
    PriceText m_priceText;
    QString m_asOf;
    SeatProposal m_proposal;
    std::vector<SeatIndex> m_dirty;
    std::vector<bool> m_isDirty; // by seat: already in m_dirty
    bool m_standingDirty = false;
    bool m_flushScheduled = false;
};

} // namespace parterre
